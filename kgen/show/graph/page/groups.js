// Frames, and in large ones their namespaces, as sections that open and close; nets are drawn as they come into sight.

const MOST_OPEN = 300; // nets, above which sections start closed
const LARGE_FRAME = 120; // nets, above which a frame is divided by namespace
const NEAR = "900px";

/** Make the sections of all frames; what they hold is filled in when they open. */
function makeSections(page) {
  page.sections = page.model.frames.flatMap((frame) => sectionsOf(frame));
  byId("frames").replaceChildren(...page.sections.map((section) => sectionElement(section, page)));
  page.observer = new IntersectionObserver((entries) => entries.forEach((entry) => cameIntoSight(entry, page)), {
    root: byId("main"),
    rootMargin: NEAR,
  });
}

function sectionsOf(frame) {
  const about = { title: frame.title, remark: frame.remark ?? "", nets: frame.nets, choice: null };
  if (frame.nets.length <= LARGE_FRAME) return [about];
  const byNamespace = new Map();
  for (const net of frame.nets) append(byNamespace, [...net.namespaces].filter(Boolean).sort()[0] ?? "", net);
  const names = [...byNamespace.keys()].sort();
  return names.map((name) => ({
    ...about,
    title: names.length < 2 ? frame.title : `${frame.title}, ${name ? `namespace ${name}` : "no namespace named"}`,
    nets: byNamespace.get(name),
  }));
}

function sectionElement(section, page) {
  section.toggle = element("button", { type: "button", class: "toggle", "aria-expanded": "false" }, [
    element("bdi", { text: section.title }),
  ]);
  section.summary = element("span", { class: "summary" });
  section.body = element("div", { class: "nets" });
  section.toggle.addEventListener("click", () => {
    section.choice = section.toggle.getAttribute("aria-expanded") !== "true";
    page.refresh();
  });
  const head = element("h2", {}, [section.toggle]);
  const remark = section.remark ? [element("p", { class: "remark" }, [element("bdi", { text: section.remark })])] : [];
  section.element = element("section", { class: "frame" }, [head, section.summary, ...remark, section.body]);
  return section.element;
}

/** Show of each section what passes the filters; open it as somebody chose, else if there is not too much in all. */
function fillSections(page) {
  const shown = page.sections.map((section) => section.nets.filter((net) => passes(net, page.filters)));
  const few = shown.reduce((sum, nets) => sum + nets.length, 0) <= MOST_OPEN;
  page.order = [];
  page.sections.forEach((section, number) => {
    section.shown = shown[number];
    section.element.hidden = !section.shown.length;
    fillSection(section, section.choice ?? few, page);
  });
  page.shown = shown.flat();
}

function fillSection(section, open, page) {
  section.toggle.setAttribute("aria-expanded", String(open));
  section.summary.replaceChildren(...summaryOf(section.shown));
  section.body.hidden = !open;
  const wanted = open ? section.shown : [];
  const elements = wanted.map((net) => netElement(net, page));
  const present = section.body.children;
  if (present.length !== elements.length || elements.some((made, at) => made !== present[at])) {
    section.body.replaceChildren(...elements);
  }
  page.order.push(...wanted);
}

function netElement(net, page) {
  if (!net.element) {
    net.element = place(element("div", { class: "net" }), { height: net.height, width: page.model.width });
    net.element.net = net;
    page.observer.observe(net.element);
  }
  return net.element;
}

/** Draw what comes near, and erase what goes far; but for the net with the item in the tab order. */
function cameIntoSight(entry, page) {
  const { net } = entry.target;
  if (entry.isIntersecting) drawNet(net, page);
  else if (net.drawn && !net.element.querySelector('[tabindex="0"]')) eraseNet(net);
}

/** Such as `12 Services · 1 broken · 3 unverifiable`. */
function summaryOf(nets) {
  const services = nets.reduce((sum, net) => sum + net.services, 0);
  const parts = [counted(services, "Service")];
  for (const state of ["broken", "unverifiable"]) {
    const edges = edgesIn(nets, state);
    if (edges) parts.push(" · ", element("span", { class: state, text: `${edges} ${state}` }));
  }
  return parts;
}

/** How many edges of a state some nets have. */
function edgesIn(nets, state) {
  return nets.reduce((sum, net) => sum + net.edges.filter((edge) => edge.state === state).length, 0);
}
