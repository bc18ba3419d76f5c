// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "inkpage.h"

#include <QByteArray>

namespace Decayscope {

/// A painted page as an SVG 1.1 document of its size: texts as outlines under their words, no fonts, scripts, dates or
/// links. The same page gives the same bytes.
[[nodiscard]] QByteArray svgDocument(const InkPage &page);

} // namespace Decayscope
