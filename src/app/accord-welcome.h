/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The first thing a new user sees: three doors, each an action of the window. */
#define ACCORD_TYPE_WELCOME (accord_welcome_get_type ())
G_DECLARE_FINAL_TYPE (AccordWelcome, accord_welcome, ACCORD, WELCOME, AdwBin)

G_END_DECLS
