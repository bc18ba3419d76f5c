// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QString;
class QWidget;

namespace Decayscope {

/// A field behind its name, which is its buddy and what it is called.
[[nodiscard]] QWidget *labelledField(const QString &name, QWidget *field, QWidget *parent);

} // namespace Decayscope
