/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-passage.h"

#include "accord-growing-text.h"

struct _AccordPassage
{
  AdwBin parent_instance;

  char *field;
  gboolean filling;

  GtkLabel *title_label;
  GtkWidget *frame;
  GtkTextView *text_view;
  GtkTextBuffer *buffer;
  GtkLabel *placeholder_label;
};

G_DEFINE_FINAL_TYPE (AccordPassage, accord_passage, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_FIELD,
  N_PROPS
};

enum
{
  CHANGED,
  LEFT,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
passage_update_placeholder (AccordPassage *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->placeholder_label), gtk_text_buffer_get_char_count (self->buffer) == 0);
}

static void
on_buffer_changed (AccordPassage *self)
{
  passage_update_placeholder (self);
  if (!self->filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_focus_left (AccordPassage *self)
{
  g_signal_emit (self, signals[LEFT], 0);
}

static void
passage_set_title (AccordPassage *self,
                   const char    *title)
{
  g_autofree char *plain = NULL;

  gtk_label_set_label (self->title_label, title);
  plain = g_strdup (gtk_label_get_text (self->title_label));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text_view), GTK_ACCESSIBLE_PROPERTY_LABEL, plain, -1);
}

static void
accord_passage_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  AccordPassage *self = ACCORD_PASSAGE (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      passage_set_title (self, g_value_get_string (value));
      break;

    case PROP_FIELD:
      g_free (self->field);
      self->field = g_value_dup_string (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static gboolean
accord_passage_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (ACCORD_PASSAGE (widget)->text_view));
}

static void
accord_passage_finalize (GObject *object)
{
  g_free (ACCORD_PASSAGE (object)->field);

  G_OBJECT_CLASS (accord_passage_parent_class)->finalize (object);
}

static void
accord_passage_class_init (AccordPassageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = accord_passage_set_property;
  object_class->finalize = accord_passage_finalize;
  widget_class->grab_focus = accord_passage_grab_focus;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_FIELD] = g_param_spec_string ("field", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[LEFT] = g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);

  g_type_ensure (ACCORD_TYPE_GROWING_TEXT);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/accord/Accord/ui/conversations/accord-passage.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordPassage, title_label);
  gtk_widget_class_bind_template_child (widget_class, AccordPassage, frame);
  gtk_widget_class_bind_template_child (widget_class, AccordPassage, text_view);
  gtk_widget_class_bind_template_child (widget_class, AccordPassage, buffer);
  gtk_widget_class_bind_template_child (widget_class, AccordPassage, placeholder_label);
  gtk_widget_class_bind_template_callback (widget_class, on_buffer_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_focus_left);
}

static void
accord_passage_init (AccordPassage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

const char *
accord_passage_get_field (AccordPassage *self)
{
  g_return_val_if_fail (ACCORD_IS_PASSAGE (self), NULL);

  return self->field;
}

char *
accord_passage_dup_text (AccordPassage *self)
{
  GtkTextIter start, end;

  g_return_val_if_fail (ACCORD_IS_PASSAGE (self), NULL);

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);

  return gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
}

void
accord_passage_set_text (AccordPassage *self,
                         const char    *text)
{
  g_autofree char *shown = accord_passage_dup_text (self);

  g_return_if_fail (ACCORD_IS_PASSAGE (self));

  if (g_strcmp0 (shown, text) == 0)
    return;

  self->filling = TRUE;
  gtk_text_buffer_set_text (self->buffer, text, -1);
  self->filling = FALSE;
}

void
accord_passage_set_placeholder (AccordPassage *self,
                                const char    *placeholder)
{
  g_return_if_fail (ACCORD_IS_PASSAGE (self));

  gtk_label_set_label (self->placeholder_label, placeholder);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text_view), GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER, placeholder, -1);
}

void
accord_passage_set_editable (AccordPassage *self,
                             gboolean       editable)
{
  g_return_if_fail (ACCORD_IS_PASSAGE (self));

  gtk_text_view_set_editable (self->text_view, editable);
  gtk_text_view_set_cursor_visible (self->text_view, editable);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text_view), GTK_ACCESSIBLE_PROPERTY_READ_ONLY, !editable, -1);
  if (editable)
    gtk_widget_add_css_class (self->frame, "card");
  else
    gtk_widget_remove_css_class (self->frame, "card");
  gtk_widget_set_margin_top (self->frame, editable ? 6 : 3);
}
