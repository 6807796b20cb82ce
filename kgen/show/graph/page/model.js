// The model of the page: nets with their rows, and what leads to a row and on from it.

const STATES = ["broken", "unverifiable", "verified"];

/** Read the data block and look everything up by its id once. */
function readModel(text) {
  const data = JSON.parse(text);
  const model = { ...data, nets: [], items: new Map() };
  for (const frame of data.frames) {
    for (const net of frame.nets) model.nets.push(indexNet(net, frame, model.items));
  }
  return model;
}

/** Add to a net its frame, its rows by id, its edges by end, and what filters ask of it. */
function indexNet(net, frame, items) {
  Object.assign(net, { frame, rows: new Map(), into: new Map(), outOf: new Map() });
  for (const node of net.nodes) {
    items.set(node.id, { net, node, row: null });
    for (const row of node.rows) {
      net.rows.set(row.id, { net, node, row });
      items.set(row.id, { net, node, row });
    }
  }
  for (const edge of net.edges) {
    append(net.into, edge.target, edge);
    append(net.outOf, edge.source, edge);
  }
  net.states = new Set(net.edges.map((edge) => edge.state));
  net.namespaces = new Set(net.nodes.map((node) => node.namespace ?? ""));
  net.kinds = new Set(net.nodes.filter((node) => node.column !== "client").map((node) => node.kind));
  net.services = net.nodes.filter((node) => node.column === "service" && !node.missing).length;
  return net;
}

function append(map, key, value) {
  if (map.has(key)) map.get(key).push(value);
  else map.set(key, [value]);
}

/** The ids of the rows that an item stands for: its own, or all rows of a node. */
function rowsOf(item) {
  return item.row ? [item.row.id] : item.node.rows.map((row) => row.id);
}

/** All edges on the ways of requests that pass an item, and the rows that they touch. */
function waysThrough(item) {
  const start = rowsOf(item);
  const edges = new Set();
  const rows = new Set(start);
  follow(start, item.net.into, "source", edges, rows);
  follow(start, item.net.outOf, "target", edges, rows);
  return { edges, rows };
}

function follow(start, edgesAt, end, edges, rows) {
  const pending = [...start];
  const seen = new Set(start);
  while (pending.length) {
    for (const edge of edgesAt.get(pending.pop()) ?? []) {
      edges.add(edge);
      rows.add(edge[end]);
      if (!seen.has(edge[end])) pending.push(edge[end]);
      seen.add(edge[end]);
    }
  }
}

/** What an item is called in one line, such as `Service web http :8181`. */
function nameOf(item) {
  const { node, row } = item;
  if (node.column === "client") return "client";
  const kind = node.kind === "nodePort" ? "node" : node.kind;
  return [kind, node.name, row?.text].filter(Boolean).join(" ");
}

/** The worst of some states, verified where there is none. */
function worstOf(states) {
  return STATES.find((state) => states.has(state)) ?? "verified";
}

/** `1 Service`, `2 Services`. */
function counted(number, one, many = `${one}s`) {
  return `${number} ${number === 1 ? one : many}`;
}
