// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figurefile.h"

namespace Decayscope {

/// The two ways of each format; withPayload() and readFigureFile() choose. Errors of reading say what is wrong without
/// naming the file; a payload without documents is a sound file that carries none.
[[nodiscard]] Result<QByteArray> pdfWithPayload(
    const QByteArray &picture, const FigurePayload &payload, const FigureTitle &title);
[[nodiscard]] Result<FigurePayload> payloadOfPdf(const QByteArray &bytes);

[[nodiscard]] Result<QByteArray> svgWithPayload(
    const QByteArray &picture, const FigurePayload &payload, const FigureTitle &title);
[[nodiscard]] Result<FigurePayload> payloadOfSvg(const QByteArray &bytes);

[[nodiscard]] Result<QByteArray> pngWithPayload(
    const QByteArray &picture, const FigurePayload &payload, const FigureTitle &title);
[[nodiscard]] Result<FigurePayload> payloadOfPng(const QByteArray &bytes);

} // namespace Decayscope
