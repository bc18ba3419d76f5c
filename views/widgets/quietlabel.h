// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

class QLabel;
class QWidget;

namespace Decayscope {

/// A wrapping label for notes: plain text of second rank that can be selected and follows the palette.
[[nodiscard]] QLabel *quietLabel(QWidget *parent);

/// Sets the text; a label that says nothing is out of the way of the keyboard but keeps its room.
void setQuietText(QLabel &label, const QString &text);

/// A heading of a region.
[[nodiscard]] QLabel *headingLabel(const QString &text, QWidget *parent);

/// A number to be seen first.
[[nodiscard]] QLabel *largeLabel(QWidget *parent);

} // namespace Decayscope
