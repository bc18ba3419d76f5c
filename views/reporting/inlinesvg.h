// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace Decayscope {

/// An SVG document of this program's as an element of an HTML page: its ids begin with `prefix`, so that figures of one
/// page do not share any; `words` say to those who do not see it what it shows, in place of the words of its texts.
[[nodiscard]] QByteArray inlineSvg(const QByteArray &document, const QByteArray &prefix, const QString &words);

} // namespace Decayscope
