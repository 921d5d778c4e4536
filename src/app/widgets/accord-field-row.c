/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-field-row.h"

#include "accord-field-value.h"
#include "accord-growing-text.h"
#include "accord-money.h"

/* How long somebody may stop in the middle of a number before it is said to be wrong. */
#define PATIENCE_MS 900

struct _AccordFieldRow
{
  AdwPreferencesRow parent_instance;

  GtkLabel *title_label;
  GtkLabel *prefix_label;
  GtkEntry *entry;
  GtkLabel *suffix_label;
  GtkWidget *entry_box;
  GtkTextView *text_view;
  GtkLabel *note_label;

  AccordFieldRowKind kind;
  char *hint;
  char *error;
  char *currency;
  char *text; /* of a text view, kept for get_text */
  int decimals;
  gint64 value;
  gint64 maximum;
  guint patience;
  gboolean setting;   /* the text is changed by us */
  gboolean dirty;     /* typed in since it was last left */
  gboolean composing; /* an input method has something half-written */
};

G_DEFINE_ENUM_TYPE (AccordFieldRowKind, accord_field_row_kind,
                    G_DEFINE_ENUM_VALUE (ACCORD_FIELD_ROW_TEXT, "text"),
                    G_DEFINE_ENUM_VALUE (ACCORD_FIELD_ROW_LONG_TEXT, "long-text"),
                    G_DEFINE_ENUM_VALUE (ACCORD_FIELD_ROW_MONEY, "money"),
                    G_DEFINE_ENUM_VALUE (ACCORD_FIELD_ROW_PERCENT, "percent"),
                    G_DEFINE_ENUM_VALUE (ACCORD_FIELD_ROW_NUMBER, "number"))

G_DEFINE_FINAL_TYPE (AccordFieldRow, accord_field_row, ADW_TYPE_PREFERENCES_ROW)

enum
{
  PROP_0,
  PROP_KIND,
  PROP_HINT,
  PROP_MAXIMUM,
  N_PROPS
};

enum
{
  EDITED,
  FINISHED,
  ENTERED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static gboolean
is_number (AccordFieldRow *self)
{
  return self->kind >= ACCORD_FIELD_ROW_MONEY;
}

static GtkWidget *
get_input (AccordFieldRow *self)
{
  return self->kind == ACCORD_FIELD_ROW_LONG_TEXT ? GTK_WIDGET (self->text_view) : GTK_WIDGET (self->entry);
}

/* The hint, or the error in its place. */
static void
show_note (AccordFieldRow *self)
{
  const char *note = self->error != NULL ? self->error : self->hint;
  GtkWidget *input = get_input (self);

  gtk_label_set_label (self->note_label, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), note != NULL && *note != '\0');
  if (self->error != NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), "error");
      gtk_widget_remove_css_class (GTK_WIDGET (self->note_label), "dim-label");
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
      gtk_widget_add_css_class (GTK_WIDGET (self->note_label), "dim-label");
    }
  gtk_accessible_update_state (GTK_ACCESSIBLE (input), GTK_ACCESSIBLE_STATE_INVALID,
                               self->error != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (input), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  note != NULL ? note : "", -1);
}

static gboolean
read_text (AccordFieldRow *self,
           gint64         *value,
           GError        **error)
{
  return accord_field_value_parse (self->kind, accord_field_row_get_text (self), self->decimals, self->maximum, value,
                                   error);
}

static void
write_text (AccordFieldRow *self,
            const char     *text)
{
  self->setting = TRUE;
  if (self->kind == ACCORD_FIELD_ROW_LONG_TEXT)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text_view), text, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  self->setting = FALSE;
}

static gboolean
has_focus (AccordFieldRow *self)
{
  return gtk_widget_get_state_flags (get_input (self)) & GTK_STATE_FLAG_FOCUS_WITHIN;
}

static gboolean
on_patience (gpointer data)
{
  AccordFieldRow *self = data;

  self->patience = 0;
  accord_field_row_check (self);

  return G_SOURCE_REMOVE;
}

static void
typed (AccordFieldRow *self)
{
  if (self->setting)
    return;

  self->dirty = TRUE;
  g_clear_handle_id (&self->patience, g_source_remove);
  if (is_number (self))
    {
      if (read_text (self, &self->value, NULL))
        accord_field_row_set_error (self, NULL);
      else
        self->patience = g_timeout_add (PATIENCE_MS, on_patience, self);
    }
  else
    accord_field_row_set_error (self, NULL);
  g_signal_emit (self, signals[EDITED], 0);
}

static void
on_entry_changed (GtkEditable    *editable,
                  AccordFieldRow *self)
{
  typed (self);
}

static void
on_buffer_changed (GtkTextBuffer  *buffer,
                   AccordFieldRow *self)
{
  typed (self);
}

static void
on_entry_activate (GtkEntry       *entry,
                   AccordFieldRow *self)
{
  g_signal_emit (self, signals[ENTERED], 0);
}

static gboolean
on_text_key_pressed (GtkEventControllerKey *controller,
                     guint                  keyval,
                     guint                  keycode,
                     GdkModifierType        state,
                     AccordFieldRow        *self)
{
  if ((keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter) || self->composing
      || (state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  g_signal_emit (self, signals[ENTERED], 0);

  return GDK_EVENT_STOP;
}

static void
on_preedit_changed (GtkTextView    *view,
                    const char     *preedit,
                    AccordFieldRow *self)
{
  self->composing = *preedit != '\0';
}

/* A number is shown with its groups until somebody wants to change it. */
static void
on_focus_enter (GtkEventControllerFocus *controller,
                AccordFieldRow          *self)
{
  g_autofree char *text = NULL;

  if (!is_number (self) || self->value == ACCORD_UNKNOWN)
    return;

  text = accord_field_value_format (self->kind, self->value, self->decimals, FALSE);
  write_text (self, text);
}

static void
on_focus_leave (GtkEventControllerFocus *controller,
                AccordFieldRow          *self)
{
  accord_field_row_check (self);
  if (is_number (self) && self->value != ACCORD_UNKNOWN)
    {
      g_autofree char *text = accord_field_value_format (self->kind, self->value, self->decimals, TRUE);

      write_text (self, text);
    }
  if (self->dirty)
    {
      self->dirty = FALSE;
      g_signal_emit (self, signals[FINISHED], 0);
    }
}

static void
on_title_changed (AccordFieldRow *self)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));
  g_auto (GStrv) parts = g_strsplit (title != NULL ? title : "", "_", 2);
  g_autofree char *plain = g_strjoinv ("", parts);

  gtk_label_set_label (self->title_label, title != NULL ? title : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (get_input (self)), GTK_ACCESSIBLE_PROPERTY_LABEL, plain, -1);
}

static void
on_pressed (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            AccordFieldRow  *self)
{
  if (!has_focus (self))
    gtk_widget_grab_focus (get_input (self));
}

static gboolean
accord_field_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (get_input (ACCORD_FIELD_ROW (widget)));
}

static gboolean
accord_field_row_mnemonic_activate (GtkWidget *widget,
                                    gboolean   group_cycling)
{
  return gtk_widget_grab_focus (get_input (ACCORD_FIELD_ROW (widget)));
}

static void
accord_field_row_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  AccordFieldRow *self = ACCORD_FIELD_ROW (object);

  switch (prop_id)
    {
    case PROP_KIND:
      g_value_set_enum (value, self->kind);
      break;

    case PROP_HINT:
      g_value_set_string (value, self->hint);
      break;

    case PROP_MAXIMUM:
      g_value_set_int64 (value, self->maximum);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
accord_field_row_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  AccordFieldRow *self = ACCORD_FIELD_ROW (object);

  switch (prop_id)
    {
    case PROP_KIND:
      self->kind = g_value_get_enum (value);
      break;

    case PROP_HINT:
      accord_field_row_set_hint (self, g_value_get_string (value));
      break;

    case PROP_MAXIMUM:
      self->maximum = g_value_get_int64 (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
accord_field_row_constructed (GObject *object)
{
  AccordFieldRow *self = ACCORD_FIELD_ROW (object);
  gboolean several = self->kind == ACCORD_FIELD_ROW_LONG_TEXT;

  G_OBJECT_CLASS (accord_field_row_parent_class)->constructed (object);

  gtk_widget_set_visible (self->entry_box, !several);
  gtk_widget_set_visible (GTK_WIDGET (self->text_view), several);
  gtk_label_set_mnemonic_widget (self->title_label, get_input (self));
  gtk_label_set_label (self->suffix_label, self->kind == ACCORD_FIELD_ROW_PERCENT ? "%" : "");
  gtk_widget_set_visible (GTK_WIDGET (self->suffix_label), self->kind == ACCORD_FIELD_ROW_PERCENT);
  gtk_widget_set_visible (GTK_WIDGET (self->prefix_label), FALSE);
  if (is_number (self))
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->entry), "numeric");
      gtk_entry_set_input_purpose (self->entry, GTK_INPUT_PURPOSE_NUMBER);
    }
  on_title_changed (self);
  show_note (self);
}

static void
accord_field_row_dispose (GObject *object)
{
  AccordFieldRow *self = ACCORD_FIELD_ROW (object);

  g_clear_handle_id (&self->patience, g_source_remove);

  G_OBJECT_CLASS (accord_field_row_parent_class)->dispose (object);
}

static void
accord_field_row_finalize (GObject *object)
{
  AccordFieldRow *self = ACCORD_FIELD_ROW (object);

  g_free (self->hint);
  g_free (self->error);
  g_free (self->currency);
  g_free (self->text);

  G_OBJECT_CLASS (accord_field_row_parent_class)->finalize (object);
}

static void
accord_field_row_class_init (AccordFieldRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->constructed = accord_field_row_constructed;
  object_class->dispose = accord_field_row_dispose;
  object_class->finalize = accord_field_row_finalize;
  object_class->get_property = accord_field_row_get_property;
  object_class->set_property = accord_field_row_set_property;
  widget_class->grab_focus = accord_field_row_grab_focus;
  widget_class->mnemonic_activate = accord_field_row_mnemonic_activate;

  properties[PROP_KIND] = g_param_spec_enum ("kind", NULL, NULL, ACCORD_TYPE_FIELD_ROW_KIND, ACCORD_FIELD_ROW_TEXT,
                                             flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_HINT] = g_param_spec_string ("hint", NULL, NULL, NULL, flags);
  properties[PROP_MAXIMUM] = g_param_spec_int64 ("maximum", NULL, NULL, 0, G_MAXINT64, G_MAXINT64,
                                                 flags | G_PARAM_CONSTRUCT);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  signals[FINISHED] = g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
  signals[ENTERED] = g_signal_new ("entered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);

  g_type_ensure (ACCORD_TYPE_GROWING_TEXT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/widgets/accord-field-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordFieldRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, AccordFieldRow, prefix_label);
  gtk_widget_class_bind_template_child (widget_class, AccordFieldRow, entry);
  gtk_widget_class_bind_template_child (widget_class, AccordFieldRow, suffix_label);
  gtk_widget_class_bind_template_child (widget_class, AccordFieldRow, entry_box);
  gtk_widget_class_bind_template_child (widget_class, AccordFieldRow, text_view);
  gtk_widget_class_bind_template_child (widget_class, AccordFieldRow, note_label);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_buffer_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_text_key_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_preedit_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_focus_enter);
  gtk_widget_class_bind_template_callback (widget_class, on_focus_leave);
  gtk_widget_class_bind_template_callback (widget_class, on_pressed);
}

static void
accord_field_row_init (AccordFieldRow *self)
{
  self->value = ACCORD_UNKNOWN;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::title", G_CALLBACK (on_title_changed), NULL);
}

void
accord_field_row_set_currency (AccordFieldRow *self,
                               const char     *currency,
                               int             decimals)
{
  g_return_if_fail (ACCORD_IS_FIELD_ROW (self));

  g_free (self->currency);
  self->currency = g_strdup (currency);
  self->decimals = decimals;
  gtk_label_set_label (self->prefix_label, accord_currency_get_symbol (self->currency));
  gtk_widget_set_visible (GTK_WIDGET (self->prefix_label), self->kind == ACCORD_FIELD_ROW_MONEY);
}

const char *
accord_field_row_get_text (AccordFieldRow *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  g_return_val_if_fail (ACCORD_IS_FIELD_ROW (self), NULL);

  if (self->kind != ACCORD_FIELD_ROW_LONG_TEXT)
    return gtk_editable_get_text (GTK_EDITABLE (self->entry));

  buffer = gtk_text_view_get_buffer (self->text_view);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  g_free (self->text);
  self->text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);

  return self->text;
}

void
accord_field_row_set_text (AccordFieldRow *self,
                           const char     *text)
{
  g_return_if_fail (ACCORD_IS_FIELD_ROW (self));

  if (g_strcmp0 (accord_field_row_get_text (self), text) != 0)
    write_text (self, text != NULL ? text : "");
}

gint64
accord_field_row_get_value (AccordFieldRow *self)
{
  g_return_val_if_fail (ACCORD_IS_FIELD_ROW (self), ACCORD_UNKNOWN);

  return self->value;
}

void
accord_field_row_set_value (AccordFieldRow *self,
                            gint64          value)
{
  g_autofree char *text = NULL;

  g_return_if_fail (ACCORD_IS_FIELD_ROW (self));

  if (self->dirty && has_focus (self))
    return;

  self->value = value;
  text = accord_field_value_format (self->kind, self->value, self->decimals, !has_focus (self));
  accord_field_row_set_text (self, text);
  accord_field_row_set_error (self, NULL);
}

gboolean
accord_field_row_check (AccordFieldRow *self)
{
  g_autoptr (GError) error = NULL;
  gint64 value;

  g_return_val_if_fail (ACCORD_IS_FIELD_ROW (self), FALSE);

  g_clear_handle_id (&self->patience, g_source_remove);
  /* A number that is shown with its groups was read before they were put in. What others found wrong still is. */
  if (!is_number (self) || self->value != ACCORD_UNKNOWN)
    return self->error == NULL;
  if (read_text (self, &value, &error))
    return TRUE;

  accord_field_row_set_error (self, error->message);

  return FALSE;
}

gboolean
accord_field_row_is_valid (AccordFieldRow *self)
{
  gint64 value;

  g_return_val_if_fail (ACCORD_IS_FIELD_ROW (self), FALSE);

  return self->error == NULL && (!is_number (self) || self->value != ACCORD_UNKNOWN || read_text (self, &value, NULL));
}

void
accord_field_row_add_suffix (AccordFieldRow *self,
                             GtkWidget      *suffix)
{
  g_return_if_fail (ACCORD_IS_FIELD_ROW (self));

  gtk_widget_set_valign (suffix, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (suffix, "flat");
  gtk_widget_add_css_class (suffix, "accord-field-suffix");
  gtk_box_append (GTK_BOX (self->entry_box), suffix);
}

void
accord_field_row_set_error (AccordFieldRow *self,
                            const char     *message)
{
  g_return_if_fail (ACCORD_IS_FIELD_ROW (self));

  if (g_strcmp0 (self->error, message) == 0)
    return;

  g_free (self->error);
  self->error = g_strdup (message);
  show_note (self);
}

void
accord_field_row_set_hint (AccordFieldRow *self,
                           const char     *hint)
{
  char *copy;

  g_return_if_fail (ACCORD_IS_FIELD_ROW (self));

  if (g_strcmp0 (self->hint, hint) == 0)
    return;

  copy = g_strdup (hint);
  g_free (self->hint);
  self->hint = copy;
  show_note (self);
}
