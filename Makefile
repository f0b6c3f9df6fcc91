# make site   builds the course into site/public
# make test   checks the format, builds with warnings as errors, runs all tests, verifies the course and its manual
# make bench  measures against other tools (installs them)

BUILD_PACKAGES = pkg-config libcmark-gfm-dev libcmark-gfm-extensions-dev libyaml-dev libsodium-dev duktape-dev libopenblas-dev libgraphviz-dev
RUN_PACKAGES = libjs-katex fonts-katex libjs-highlight.js
TEST_PACKAGES = chromium python3

GRADUS = .build/release/gradus

.PHONY: site test bench lint dependencies clean

site: dependencies
	swift build --configuration release --product gradus
	$(GRADUS) build Lessons --output site/public

test: dependencies lint
	Scripts/install-dependencies $(TEST_PACKAGES)
	swift build --configuration release --product gradus
	swift test --parallel
	$(GRADUS) check Lessons
	Scripts/verify-manual $(GRADUS)

bench: dependencies
	swift build --configuration release --product gradus
	Benchmarks/run

lint:
	swift format lint --strict --recursive --parallel Package.swift Sources Tests

dependencies:
	@Scripts/install-dependencies $(BUILD_PACKAGES) $(RUN_PACKAGES)

clean:
	rm -rf .build site/public
