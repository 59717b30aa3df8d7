# The list of what can be done here. `make` is a convenience: each target is one command that works without it.
.PHONY: setup test check quality bench docs serve fuzz

setup: ## install everything into .venv
	sh bin/setup all,dev

test: ## right or wrong, in seconds
	sh bin/test

check: ## form, lint, types, import contracts, docs
	sh bin/check

quality: setup ## how well we read (needs ../shared/data)
	.venv/bin/python -m quality

bench: setup ## how fast, against the other tools (needs ../shared/data)
	sh bin/setup bench
	.venv/bin/python benchmarks/read.py

docs: setup ## renew what in the docs is written by the program
	.venv/bin/python -m tests.renew docs

serve: setup ## an archive of the test pages, in the browser
	.venv/bin/onrecord add build/sample.onrecord tests/pages && .venv/bin/onrecord serve build/sample.onrecord

fuzz: setup ## look for pages that break us, for some ten minutes; then 10,000 real pages, damaged (needs ../shared/data)
	.venv/bin/python -m pytest tests -m fuzz --hypothesis-profile=long
	.venv/bin/python quality/mutations.py
