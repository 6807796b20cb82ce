// What is known of the selected item, in words.

/** Show the details of an item, or hide them where there is none. */
function showDetails(page) {
  const panel = byId("details");
  panel.hidden = !page.selected;
  panel.replaceChildren(...(page.selected ? detailsOf(page.selected, page) : []));
}

function detailsOf(item, page) {
  const rows = rowsOf(item);
  const { net, node } = item;
  const into = rows.flatMap((row) => net.into.get(row) ?? []);
  const outOf = rows.flatMap((row) => net.outOf.get(row) ?? []);
  const close = element("button", { type: "button", class: "close", "aria-label": "Close the details", text: "✕" });
  close.addEventListener("click", () => page.select(null));
  return [
    close,
    element("h2", {}, [element("bdi", { text: nameOf(item) })]),
    factsOf(item),
    ...(node.missing ? [element("p", { class: "note", text: "Nothing in the repository has this name." })] : []),
    ...listOf("Comes from", into, "source", net, page),
    ...listOf("Leads to", outOf, "target", net, page),
  ];
}

function factsOf(item) {
  const { node, row, net } = item;
  const facts = {
    Namespace: node.namespace,
    Written: row?.place ?? node.place,
    Cluster: net.frame.cluster,
    "Part of": net.frame.title,
    Remark: net.frame.remark,
  };
  const given = Object.entries(facts).filter(([, value]) => value);
  const lines = given.flatMap(([name, value]) => [
    element("dt", { text: name }),
    element("dd", {}, [element("bdi", { text: value, class: name === "Written" ? "code" : false })]),
  ]);
  return element("dl", {}, lines);
}

function listOf(title, edges, end, net, page) {
  if (!edges.length) return [];
  const entries = edges.map((edge) => element("li", { class: edge.state }, edgeParts(edge, end, net, page)));
  return [element("h3", { text: title }), element("ul", {}, entries)];
}

/** An edge seen from one of its ends: where it leads, its state, why, and the finding against it. */
function edgeParts(edge, end, net, page) {
  const other = net.rows.get(edge[end]);
  const link = element("button", { type: "button", class: "link" }, [element("bdi", { text: nameOf(other) })]);
  link.addEventListener("click", () => page.goTo(itemOf(other, page.model)));
  const parts = [link, " ", element("span", { class: "badge", text: edge.state })];
  parts.push(edge.rule ? findingOf(edge) : element("p", {}, [element("bdi", { text: edge.words })]));
  if (edge.place) parts.push(element("p", {}, [element("bdi", { class: "code", text: edge.place })]));
  return parts;
}

function findingOf(edge) {
  const parts = [element("b", { text: edge.rule }), " ", element("bdi", { text: edge.message })];
  return element("p", { class: "finding" }, parts);
}

/** The item that can be chosen for a row: the row itself, or its node where the row says nothing. */
function itemOf(entry, model) {
  return model.items.get(entry.row.text ? entry.row.id : entry.node.id);
}
