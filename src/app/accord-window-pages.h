/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* A page of the window, in the order of the sidebar. */
typedef struct
{
  const char *name;      /* in settings and code */
  const char *title;     /* untranslated; the word in the sidebar */
  const char *icon_name;
  GType (*get_type) (void);
} AccordWindowPage;

const AccordWindowPage *accord_window_pages (gsize *n_pages);

G_END_DECLS
