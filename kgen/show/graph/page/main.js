// The page put together: its state, and what changes it.

const page = {
  model: readModel(byId("data").textContent),
  filters: { words: [], choices: [] },
  selected: null,
  order: [], // the nets in open sections, from top to bottom
  shown: [], // all nets that pass the filters
  refresh,
  select,
  goTo,
};

function refresh() {
  page.filters = readFilters();
  fillSections(page);
  if (page.selected && !page.shown.includes(page.selected.net)) select(null);
  page.order.forEach((net) => showState(net, page));
  keepTabStop(page);
  if (!byId("table").hidden) showTable(page);
  byId("nothing").hidden = page.shown.length > 0;
  byId("counts").textContent = countsText();
}

/** What the status line says, and a screen reader after each change of the filters. */
function countsText() {
  const every = page.model.nets.reduce((sum, net) => sum + net.services, 0);
  const services = page.shown.reduce((sum, net) => sum + net.services, 0);
  const found = services === every ? counted(every, "Service") : `${services} of ${counted(every, "Service")}`;
  const broken = counted(edgesIn(page.shown, "broken"), "broken connection");
  return `${found}, ${broken}, ${edgesIn(page.shown, "unverifiable")} unverifiable`;
}

/** Show the ways through an item, or none. */
function select(item) {
  const before = page.selected;
  page.selected = item;
  document.body.classList.toggle("selecting", Boolean(item));
  for (const net of new Set([before?.net, item?.net])) if (net) showState(net, page);
  showDetails(page);
  if (item) buttonOf(item, page)?.scrollIntoView({ block: "nearest", inline: "nearest" }); // beside the details
}

/** Select an item and move the focus there. */
function goTo(item) {
  select(item);
  focusItem(item, page);
}

function onPictureClick(event) {
  const button = event.target.closest(".item");
  if (!button) return;
  setTabStop(button);
  const item = page.model.items.get(button.dataset.item);
  select(page.selected === item ? null : item);
}

function showView() {
  const wanted = byId("view").elements.view.value;
  byId("picture").hidden = wanted !== "picture";
  byId("table").hidden = wanted !== "table";
  if (wanted === "table") showTable(page);
}

function drawHeadings() {
  const { columns, ports, width } = page.model;
  const heads = columns.map(({ title, begin }) => place(element("span", { text: title }), { left: begin }));
  if (columns.some(({ name }) => name === "workload")) {
    heads.push(place(element("span", { text: ports.title }), { left: ports.begin }));
  }
  place(byId("headings"), { width }).replaceChildren(...heads);
}

function later(action) {
  let waiting = 0;
  return () => {
    clearTimeout(waiting);
    waiting = setTimeout(action, 120);
  };
}

function listen() {
  const form = byId("filters");
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", refresh);
  form.addEventListener("reset", () => setTimeout(refresh)); // the fields are empty only after this event
  byId("view").addEventListener("change", showView);
  byId("search").addEventListener("input", later(refresh));
  byId("frames").addEventListener("click", onPictureClick);
  byId("frames").addEventListener("keydown", (event) => onPictureKey(event, page));
  document.addEventListener("keydown", (event) => onPageKey(event, page));
  window.addEventListener("beforeprint", () => page.order.forEach((net) => drawNet(net, page)));
}

drawHeadings();
offerChoices(page.model);
makeSections(page);
listen();
refresh();
