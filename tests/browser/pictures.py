"""What the pages of these tests show."""

from kgen.record import replace
from kgen.show.graph.model import Frame, Graph, Net
from tests.repositories import deployment, manifests, service
from tests.show.pictures import HOSTILE, named, picture

_NAMESPACE = ", namespace: shop"
_INGRESS = """\
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: shop, namespace: shop}
spec:
  rules:
    - host: shop.example.com
      http:
        paths:
          - {path: /, pathType: Prefix, backend: {service: {name: web, port: {name: http}}}}
          - {path: /cart, pathType: Prefix, backend: {service: {name: cart, port: {number: 80}}}}
"""
_WEB_PORTS = """
    - {name: http, port: 8181, targetPort: http, nodePort: 30003}
    - {name: admin, port: 9090, targetPort: admin, nodePort: 30004}"""


def shop() -> Graph:
    """Three Services in two folders: one with a broken port, one whose pods may be elsewhere."""
    web = service(ports=_WEB_PORTS, more=_NAMESPACE).replace("spec:\n", "spec:\n  type: NodePort\n", 1)
    cart = service("cart", "app: cart", "[{port: 80, targetPort: http}]", _NAMESPACE)
    return picture(
        {
            "shop/web.yaml": manifests(web, deployment(more=_NAMESPACE)),
            "shop/cart.yaml": manifests(cart, deployment("cart", "app: cart", more=_NAMESPACE)),
            "shop/ingress.yaml": _INGRESS,
            "search/service.yaml": service("search", "app: search", more=", namespace: search"),
        }
    )


def many(services: int, namespaces: int) -> Graph:
    """One frame of many Services, every 50th with a broken port, with names that tell their numbers."""
    ports = "[{port: 80, targetPort: http}]"
    whole = picture({"all.yaml": manifests(service("app", ports=ports), deployment())})
    broken = picture({"all.yaml": manifests(service("app", ports=ports.replace("http", "htp")), deployment())})
    kinds = [next(each.nets) for each in (whole, broken)]
    nets = (_numbered(kinds[number % 50 == 49], number, f"team-{number % namespaces}") for number in range(services))
    return Graph((Frame("f1", "", "folder", "apps", "", tuple(nets)),))


def hostile() -> Graph:
    """A frame for each name that nobody should give, all its texts being that name."""
    frames = (next(iter(named(name).frames)) for name in HOSTILE)
    numbered = enumerate(frames)
    return Graph(tuple(replace(frame, nets=(_suffixed(frame.nets[0], f"-{number}"),)) for number, frame in numbered))


def _numbered(net: Net, number: int, namespace: str) -> Net:
    """A net with a number behind every id and name."""
    made = _suffixed(net, f"-{number}")
    nodes = (replace(node, name=f"{node.name}-{number}", namespace=namespace) for node in made.nodes)
    return Net(tuple(nodes), made.edges)


def _suffixed(net: Net, suffix: str) -> Net:
    """A net with something behind every id."""
    edges = (
        replace(edge, id=edge.id + suffix, source=edge.source + suffix, target=edge.target + suffix)
        for edge in net.edges
    )
    nodes = (
        replace(node, id=node.id + suffix, rows=tuple(replace(row, id=row.id + suffix) for row in node.rows))
        for node in net.nodes
    )
    return Net(tuple(nodes), tuple(edges))
