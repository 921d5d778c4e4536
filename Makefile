# SPDX-License-Identifier: GPL-3.0-or-later
#
# make run     look around in the demo team's workspace
# make test    every test; the last line says how many passed and failed
# make deps    only install what is missing (Debian; packages in .ci/packages.debian)
# make build   only configure and compile, into build/
# make screenshots   pictures of every page in every variant, into build/screenshots/
# make clean   remove what these made
#
# Meson does the work; these are the ways in.

BUILD ?= build
DEMO = $(BUILD)/demo

.PHONY: all deps build run test screenshots clean
all: build

deps:
	@.ci/deps build look test

$(BUILD)/build.ninja:
	@.ci/deps build
	@meson setup $(BUILD)

build: $(BUILD)/build.ninja
	@ninja -C $(BUILD) $(NINJA_FLAGS)

run:
	@.ci/deps build look
	@$(MAKE) --no-print-directory build
	@tests/ui/run.sh $(BUILD) $(DEMO)

test: deps
	@$(MAKE) --no-print-directory build
	@tests/run.py $(BUILD)

screenshots: deps
	@$(MAKE) --no-print-directory build
	@tests/ui/tour.py --build $(BUILD) --variants all $(BUILD)/screenshots

clean:
	rm -rf $(BUILD)
