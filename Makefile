# make site   builds the course into site/public
# make install PREFIX=…   installs the command, its theme, and what Swift cells import
# make test   checks the format, builds with warnings as errors, runs all tests, verifies the course and its manual
# make bench  measures against other tools (installs them)

BUILD_PACKAGES = pkg-config libcmark-gfm-dev libcmark-gfm-extensions-dev libyaml-dev libsodium-dev duktape-dev libopenblas-dev libgraphviz-dev
FONT_PACKAGES = fonts-sil-charis fonts-katex python3-fonttools python3-brotli
RUN_PACKAGES = libjs-katex fonts-katex libjs-highlight.js bubblewrap librsvg2-2 fonts-liberation
TEST_PACKAGES = chromium chromium-driver git gzip libxml2-utils python3 python3-jsonschema python3-pip

PREFIX = /usr/local
BUILD = .build/release
GRADUS = $(BUILD)/gradus
TESTS = .build/tests

RUN_TESTS = Scripts/run-tests --parallel --skip-build --scratch-path $(TESTS)
# Tests that wait for a program they have started must not wait for all others, too. Those of pages wait for a browser:
# they come last, and by themselves.
AT_ONCE = SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH

.PHONY: site release fonts install test built-release built-tests bench lint dependencies clean

site: release
	$(GRADUS) build Lessons --output site/public

release: dependencies fonts
	swift build --configuration release --product gradus
	swift build --configuration release --product GradusCells

install: release
	Scripts/install $(BUILD) $(DESTDIR)$(PREFIX)

test: dependencies fonts lint
	Scripts/install-dependencies $(TEST_PACKAGES)
	Scripts/fetch-axe
	swift package resolve
	$(MAKE) --jobs=2 built-tests built-release
	$(GRADUS) build Lessons --output $(BUILD)/site
	$(AT_ONCE)=6 $(RUN_TESTS) --skip BrowserTests
	GRADUS_SITE=$(abspath $(BUILD))/site $(RUN_TESTS) --filter BrowserTests
	Scripts/verify-manual $(GRADUS)

# The compiler optimises one module after the other, on one core: meanwhile the tests are built in a folder of their own.
built-release:
	swift build --configuration release --product gradus
	swift build --configuration release --product GradusCells

built-tests:
	swift build --build-tests --scratch-path $(TESTS)

bench: dependencies fonts
	swift build --configuration release --product gradus
	Benchmarks/run

lint:
	swift format lint --strict --recursive --parallel Package.swift Sources Tests Examples

fonts: dependencies
	@Scripts/make-fonts site/theme/fonts

dependencies:
	@Scripts/install-dependencies $(BUILD_PACKAGES) $(FONT_PACKAGES) $(RUN_PACKAGES)

clean:
	rm -rf .build site/public site/theme/fonts
