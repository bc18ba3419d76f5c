// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayList>

namespace Decayscope::Test {

/// A PDF file of these objects, the first of them the catalogue, numbered from 1.
[[nodiscard]] QByteArray pdfOf(const QByteArrayList &objects, const QByteArray &trailer = {});

/// One page with this content; `font` is the font object, drawn with as /F1.
[[nodiscard]] QByteArray onePagePdf(const QByteArray &content, const QByteArray &font = {});

/// One white pixel, with a text and a time of another program.
[[nodiscard]] QByteArray onePixelPng();

} // namespace Decayscope::Test
