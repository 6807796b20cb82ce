"""Where ports lead: each passage through a Service, from what stands before it to the pods behind it."""
