"""The portals' clothes: pages made with real front-end toolkits, one folder for each; see README.md."""
