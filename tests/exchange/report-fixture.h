/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-workspace.h"

G_BEGIN_DECLS

/* Workspaces that reports are made of, each by name:
 *
 * empty   nothing but its settings
 * one     one person, without any figures
 * small   a few people whose figures can be added up by hand; words that begin with zq must not reach the team
 * odd     names and texts that break careless programs
 * large   sixty people in five territories
 *
 * The year is 2026. The workspace is closed again. */
void report_fixture_create (const char *path,
                            const char *kind);

#define REPORT_FIXTURE_AS_OF "2026-11-23"

G_END_DECLS
