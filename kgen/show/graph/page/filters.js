// Which nets are shown: those that meet the search and every choice.

const CHOICES = {
  cluster: { all: "all clusters", of: (net) => [net.frame.cluster ?? ""], none: "(no cluster named)" },
  unit: { all: "all units", of: (net) => [net.frame.title], none: "" },
  namespace: { all: "all namespaces", of: (net) => net.namespaces, none: "(none named)" },
  kind: { all: "all kinds", of: (net) => net.kinds, none: "" },
  state: { all: "any state", of: (net) => net.states, none: "" },
};

/** Fill the lists of choices with what there is; one that leaves no choice is not offered. */
function offerChoices(model) {
  for (const [name, choice] of Object.entries(CHOICES)) {
    const list = byId(name);
    const values = [...new Set(model.nets.flatMap((net) => [...choice.of(net)]))].sort();
    // An option's value of its own tells "all" from the empty text, which stands for what is not named.
    list.append(element("option", { value: "all", text: choice.all }));
    for (const value of values) list.append(element("option", { value: `=${value}`, text: value || choice.none }));
    list.parentElement.hidden = values.length < 2;
  }
}

/** What is asked for now. */
function readFilters() {
  const chosen = Object.keys(CHOICES).filter((name) => byId(name).value !== "all");
  return {
    words: byId("search").value.toLowerCase().split(/\s+/).filter(Boolean),
    choices: chosen.map((name) => [CHOICES[name].of, byId(name).value.slice(1)]),
  };
}

/** Whether a net has all that is asked for. */
function passes(net, filters) {
  return (
    filters.choices.every(([of, value]) => [...of(net)].includes(value)) &&
    filters.words.every((word) => textOf(net).includes(word))
  );
}

/** Whether a search is for an item itself: it holds all the words. */
function isSought(item, words) {
  const text = itemTexts(item).join("\n").toLowerCase();
  return words.length > 0 && words.every((word) => text.includes(word));
}

function itemTexts({ node, row }) {
  const own = [row.text, row.place];
  return [node.kind, node.name, node.namespace, node.place, ...own].filter(Boolean);
}

/** All text of a net in lower case, made when it is first searched. */
function textOf(net) {
  if (net.text === undefined) {
    const rows = [...net.rows.values()].flatMap(itemTexts);
    const edges = net.edges.flatMap((edge) => [edge.state, edge.rule, edge.message, edge.place]);
    net.text = [net.frame.title, ...rows, ...edges].filter(Boolean).join("\n").toLowerCase();
  }
  return net.text;
}
