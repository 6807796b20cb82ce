// One net drawn: its edges as curves, its nodes with their rows as buttons above them.

const MARKS = { broken: "✕", unverifiable: "?" };

/** Draw a net into its element, once. */
function drawNet(net, page) {
  if (net.drawn) return;
  net.drawn = true;
  const size = { width: page.model.width, height: net.height };
  const lines = drawing("svg", { ...size, "aria-hidden": "true" }, net.edges.map(drawEdge));
  net.element.append(lines, ...net.nodes.map((node) => drawNode(node, net, page.model)));
  showState(net, page);
}

/** Take the drawing of a net away again, to keep the page light. */
function eraseNet(net) {
  net.drawn = false;
  net.element.replaceChildren();
}

function drawEdge(edge) {
  const said = edge.rule ? `${edge.rule}: ${edge.message}` : edge.words;
  const parts = [drawing("title", { text: said }), drawing("path", { d: edge.way })];
  if (edge.mark) parts.push(drawing("text", { x: edge.mark[0], y: edge.mark[1], text: MARKS[edge.state] }));
  edge.element = drawing("g", { class: edge.state }, parts);
  return edge.element;
}

function drawNode(node, net, model) {
  const { begin, end } = model.columns.find((column) => column.name === node.column);
  const name = element("span", { class: "name", text: node.name });
  const head = [name, " ", element("span", { class: "caption", text: node.caption })];
  const rows = node.rows.filter((row) => row.text).map((row) => drawItem(model.items.get(row.id), "row", [], row.text));
  const beside = node.column === "workload";
  const box = element("div", { class: `node${node.missing ? " missing" : ""}${beside ? " wide" : ""}` }, [
    drawItem(model.items.get(node.id), "head", head),
    element("div", { class: "rows" }, rows),
  ]);
  if (beside) place(box.firstChild, { width: model.ports.begin - begin });
  return place(box, { left: begin, top: node.top, width: end - begin, height: node.height });
}

/** A part of a node that can be chosen. */
function drawItem(item, kind, children, text) {
  const id = item.row?.id ?? item.node.id;
  const missing = item.row?.missing ? " missing" : "";
  const spoken = spokenName(item);
  const said = { title: spoken, "aria-label": spoken, "aria-pressed": "false" };
  const own = { type: "button", class: `item ${kind}${missing}`, "data-item": id, tabindex: "-1" };
  const made = element("button", { ...own, ...said }, children);
  if (text) made.append(element("bdi", { text }));
  return made;
}

/** What is said of an item: what is seen of it, its namespace, how many ways lead in and on, and the worst of these. */
function spokenName(item) {
  const rows = rowsOf(item);
  const into = rows.flatMap((row) => item.net.into.get(row) ?? []);
  const outOf = rows.flatMap((row) => item.net.outOf.get(row) ?? []);
  const state = worstOf(new Set([...into, ...outOf].map((edge) => edge.state)));
  return [
    item.row ? nameOf(item) : `${item.node.name} ${item.node.caption}`,
    item.row && item.node.namespace && `namespace ${item.node.namespace}`,
    (item.node.missing || item.row?.missing) && "not in the repository",
    `${into.length} in, ${outOf.length} out`,
    state === "verified" ? "" : state,
  ]
    .filter(Boolean)
    .join(", ");
}

/** Show in a drawn net what is selected, what lies on its way, and what is searched for. */
function showState(net, page) {
  if (!net.drawn) return;
  const chosen = page.selected?.net === net ? page.selected : null;
  const ways = chosen && waysThrough(chosen);
  net.element.classList.toggle("chosen", Boolean(chosen));
  for (const edge of net.edges) edge.element.classList.toggle("on", Boolean(ways?.edges.has(edge)));
  for (const button of net.element.querySelectorAll(".item")) {
    const item = page.model.items.get(button.dataset.item);
    button.classList.toggle("on", Boolean(ways) && rowsOf(item).some((row) => ways.rows.has(row)));
    button.classList.toggle("hit", rowsOf(item).some((row) => isSought(net.rows.get(row), page.filters.words)));
    button.setAttribute("aria-pressed", String(item === chosen));
  }
}
