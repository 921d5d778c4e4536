/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * AccordApplication:
 *
 * One process, a window a workspace. "accord FILE …" opens those files; without a file the last workspace opens again,
 * or the welcome page where there is none.
 */
#define ACCORD_TYPE_APPLICATION (accord_application_get_type ())
G_DECLARE_FINAL_TYPE (AccordApplication, accord_application, ACCORD, APPLICATION, AdwApplication)

AccordApplication *accord_application_new (void);

G_END_DECLS
