// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <initializer_list>

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QWidget;

namespace Decayscope {

/// What a field for a number may hold and how it shows it.
struct NumberRange
{
    double least = 0;
    double most = 1;
    int decimals = 1;
    double step = 1;
    QString unit; ///< With the blank before it.
};

/// A field that does not shout while somebody types and does not change when a page is scrolled over it.
[[nodiscard]] QDoubleSpinBox *numberField(const NumberRange &range, QWidget *parent);

/// A choice that may be narrower than its longest text, and does not change when a page is scrolled over it.
[[nodiscard]] QComboBox *choiceField(QWidget *parent);

/// Widgets side by side, of which the numbers share the room.
[[nodiscard]] QWidget *fieldRow(std::initializer_list<QWidget *> parts, QWidget *parent);

/// The house's distances and growth.
void arrangeForm(QFormLayout &form);

void addHeading(QFormLayout &form, const QString &title);

/// A row whose label's key leads to `focus` (or the field); both are called what the label says.
void addField(QFormLayout &form, const QString &title, QWidget *field, const QString &tip, QWidget *focus = nullptr);

/// A title without the sign of its key.
[[nodiscard]] QString plainTitle(const QString &title);

} // namespace Decayscope
