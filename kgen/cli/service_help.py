"""The help page of `kgen service`."""

TEXT = """\
Print a Service: the bytes of `kubectl create service`, checked as the API server would check them.

Usage: kgen service NAME [PORTS] [FLAGS]

A client reaches a pod through up to three ports:
  node :30003 (nodePort, public)  ->  Service :8181 (port, internal)  ->  pod :80 (targetPort, the application's)

Examples:
  kgen service nginx --tcp 8181:80 --node-port 30003
  kgen service web -p http=30080:80:8080 -p metrics=9090:metrics
  kgen service web --for deployment/web --node-port auto

Ports:
      --tcp PORT[:TARGETPORT]    TCP port, comma separated or repeated; so --udp and --sctp
  -p, --port [NAME=][NODEPORT:]PORT[:TARGETPORT][/PROTOCOL]
                                 a port with a name, a nodePort (a number or auto) or a protocol (tcp, udp, tcp+udp)
      --node-port NUMBER|auto    nodePort of the ports that name none; auto takes the lowest free one of the static
                                 band, as far as this repository shows
      --node-port-range LOW-HIGH the cluster's range (default 30000-32767)

What it selects:
      --selector KEY=VALUE,...   pods to send to (default app=NAME)
      --for KIND/NAME            selector and named ports of a workload in this repository
  -l, --labels KEY=VALUE,...     labels of the Service itself (default app=NAME)

What it is:
      --type TYPE                ClusterIP (default), NodePort (with a nodePort), LoadBalancer, ExternalName
      --external-name DNSNAME    a name to answer with instead of pods
      --clusterip IP|None        a fixed cluster IP, or None for a headless Service
  -n, --namespace NAMESPACE      printed only when given, as kubectl does

Output:
  -o, --output FORMAT|FILE       yaml (default), json, kyaml, name, or a new file
      --clean                    without creationTimestamp and status
      --kubernetes-version 1.N   whose bytes and rules (default the newest; KGEN_KUBERNETES_VERSION, .kgen.yaml)

Exit code: 0 printed, 1 the API server would refuse it, 2 wrong usage. Nothing is sent to a cluster.
"""
