"""Sites: deployments of the portals, each described by one YAML file."""
