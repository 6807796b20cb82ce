// The table that says the same as the picture: a line for each port of a Service, and for each way without one.

const LINES_AT_ONCE = 200;
const HEADINGS = ["Comes from", "Service or port", "Leads to", "State", "Written"];

function showTable(page) {
  const lines = page.shown.flatMap((net) => linesOf(net));
  const body = element("tbody");
  const more = element("button", { type: "button", class: "more" });
  const heads = HEADINGS.map((text) => element("th", { scope: "col", text }));
  const caption = element("caption", { text: "Who leads to which port, and where that leads" });
  byId("table").replaceChildren(
    element("table", {}, [caption, element("thead", {}, [element("tr", {}, heads)]), body]),
    more,
  );
  more.addEventListener("click", () => addLines(body, lines, more));
  addLines(body, lines, more);
}

/** Add the next lines; the button goes when there are no more. */
function addLines(body, lines, more) {
  const start = body.children.length;
  body.append(...lines.slice(start, start + LINES_AT_ONCE).map(lineElement));
  const left = lines.length - body.children.length;
  more.hidden = left <= 0;
  more.textContent = `Show ${Math.min(left, LINES_AT_ONCE)} more of ${left}`;
}

/** The rows in the middle of ways: those of Services, and doors that lead to pods directly. */
function linesOf(net) {
  const leadsToPods = (edge) => net.rows.get(edge.target).node.column === "workload";
  const isDirect = ({ node, row }) => node.column === "door" && (net.outOf.get(row.id) ?? []).some(leadsToPods);
  const middle = [...net.rows.values()].filter((entry) => entry.node.column === "service" || isDirect(entry));
  return middle.map((entry) => ({
    entry,
    net,
    into: net.into.get(entry.row.id) ?? [],
    outOf: net.outOf.get(entry.row.id) ?? [],
  }));
}

function lineElement({ entry, net, into, outOf }) {
  const states = new Set([...into, ...outOf].map((edge) => edge.state));
  const state = worstOf(states);
  const namespace = entry.node.namespace ? `, namespace ${entry.node.namespace}` : "";
  return element("tr", {}, [
    listCell(into, "source", net),
    element("th", { scope: "row" }, [element("bdi", { text: nameOf(entry) + namespace })]),
    listCell(outOf, "target", net),
    stateCell(state, [...into, ...outOf]),
    element("td", { class: "code" }, [element("bdi", { text: entry.row.place ?? entry.node.place ?? "" })]),
  ]);
}

function listCell(edges, end, net) {
  const names = edges.map((edge) => element("div", {}, [element("bdi", { text: nameOf(net.rows.get(edge[end])) })]));
  return element("td", {}, names);
}

/** The worst state, with the findings and the doubts behind it. */
function stateCell(state, edges) {
  const said = edges.filter((edge) => edge.state === state && state !== "verified");
  const words = [...new Set(said.map((edge) => (edge.rule ? `${edge.rule}: ${edge.message}` : edge.words)))];
  const lines = words.map((text) => element("div", {}, [element("bdi", { text })]));
  return element("td", { class: state }, [element("span", { class: "badge", text: state }), ...lines]);
}
