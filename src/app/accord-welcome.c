/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-welcome.h"

struct _AccordWelcome
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (AccordWelcome, accord_welcome, ADW_TYPE_BIN)

static void
accord_welcome_class_init (AccordWelcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/accord/Accord/ui/accord-welcome.ui");
}

static void
accord_welcome_init (AccordWelcome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
