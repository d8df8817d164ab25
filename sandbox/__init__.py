"""Both portals in miniature, with reviewers and faults: for the demo, the tests and rehearsals."""
