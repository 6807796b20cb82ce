// The keyboard: one item of the picture is in the tab order, and the arrow keys move it.

const MOVES = {
  ArrowUp: (item, page) => inColumn(item, -1, page),
  ArrowDown: (item, page) => inColumn(item, 1, page),
  ArrowLeft: (item, page) => along(item, item.net.into, "source", page),
  ArrowRight: (item, page) => along(item, item.net.outOf, "target", page),
  Home: (_, page) => firstItem(page.order[0], page),
  End: (_, page) => firstItem(page.order.at(-1), page),
};

function onPictureKey(event, page) {
  const button = event.target.closest?.(".item");
  const move = MOVES[event.key];
  if (!button || !move || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  const next = move(page.model.items.get(button.dataset.item), page);
  if (next) focusItem(next, page);
}

function onPageKey(event, page) {
  if (event.key === "Escape" && page.selected) {
    const { selected } = page;
    page.select(null);
    if (byId("details").contains(event.target)) focusItem(selected, page);
  } else if (event.key === "/" && !event.target.matches?.("input, select")) {
    event.preventDefault();
    byId("search").focus();
  }
}

/** Move the focus to an item, whose net is drawn if need be. */
function focusItem(item, page) {
  const button = buttonOf(item, page);
  if (!button) return;
  setTabStop(button);
  button.focus({ preventScroll: true });
  button.scrollIntoView({ block: "nearest", inline: "nearest" });
}

/** The button of an item in an open section, else null. */
function buttonOf(item, page) {
  if (!item.net.element?.isConnected) return null;
  drawNet(item.net, page);
  return item.net.element.querySelector(`[data-item="${item.row?.id ?? item.node.id}"]`);
}

function setTabStop(button) {
  for (const other of byId("frames").querySelectorAll('.item[tabindex="0"]')) other.tabIndex = -1;
  button.tabIndex = 0;
}

/** See to it that one item can be reached by Tab. */
function keepTabStop(page) {
  if (!page.order.length || byId("frames").querySelector('.item[tabindex="0"]')) return;
  const button = buttonOf(firstItem(page.order[0], page), page);
  if (button) setTabStop(button);
}

function firstItem(net, page) {
  return net && itemsOf(net, null, page)[0];
}

/** The items of a net from top to bottom: of one column, or of all. */
function itemsOf(net, column, page) {
  const nodes = net.nodes.filter((node) => !column || node.column === column).sort((one, other) => one.top - other.top);
  return nodes.flatMap((node) => {
    const rows = node.rows.filter((row) => row.text).map((row) => page.model.items.get(row.id));
    return [page.model.items.get(node.id), ...rows];
  });
}

/** The item above or below in the same column, in the next net that has one if need be. */
function inColumn(item, step, page) {
  const { column } = item.node;
  const own = itemsOf(item.net, column, page);
  const beside = own[own.indexOf(item) + step];
  if (beside) return beside;
  for (let at = page.order.indexOf(item.net) + step; page.order[at]; at += step) {
    const items = itemsOf(page.order[at], column, page);
    if (items.length) return step > 0 ? items[0] : items.at(-1);
  }
  return null;
}

/** The item at the other end of the first edge of an item on one side. */
function along(item, edgesAt, end, page) {
  const edge = rowsOf(item).flatMap((row) => edgesAt.get(row) ?? [])[0];
  return edge ? itemOf(item.net.rows.get(edge[end]), page.model) : null;
}
