// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figurefile.h"

#include "payloadparts.h"
#include "pictureformats.h"

#include <QFile>
#include <QFileInfo>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

Result<QByteArray> bytesOf(const QString &path)
{
    QFile file(path);
    if (QFileInfo info(path); info.exists() && !info.isFile()) // A pipe would be waited for without end.
        return failure(ErrorKind::Refused, u"It is no regular file."_s);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Unreadable, u"It cannot be opened: %1."_s.arg(file.errorString()));
    auto bytes = file.read(longestFigureFile + 1);
    if (bytes.size() > longestFigureFile)
        return failure(ErrorKind::Refused, u"It is larger than 64 MB."_s);
    return bytes;
}

/// What a file is, says its content: names change on the way.
Result<FigurePayload> payloadIn(const QByteArray &bytes)
{
    if (bytes.startsWith("%PDF-"))
        return payloadOfPdf(bytes);
    if (bytes.startsWith("\x89PNG"))
        return payloadOfPng(bytes);
    if (!bytes.trimmed().startsWith('{'))
        return payloadOfSvg(bytes);
    if (bytes.size() > longestFigureDocument)
        return failure(ErrorKind::Refused, u"It is larger than 16 MB, more than any recipe."_s);
    return FigurePayload{.recipe = bytes};
}

} // namespace

Result<QByteArray> withPayload(
    const QByteArray &picture, FigureFormat format, const FigurePayload &payload, const FigureTitle &title)
{
    switch (format) {
    case FigureFormat::Pdf:
        return pdfWithPayload(picture, payload, title);
    case FigureFormat::Svg:
        return svgWithPayload(picture, payload, title);
    case FigureFormat::Png:
        return pngWithPayload(picture, payload, title);
    }
    return damagedPicture(u"no such format"_s);
}

Result<FigurePayload> readFigureFile(const QString &path)
{
    const auto refused = [&path](const Error &error) {
        return failure(error.kind, u"\"%1\" cannot be read as a figure. %2"_s.arg(path, error.message), error.evidence);
    };
    const auto bytes = bytesOf(path);
    if (!bytes)
        return refused(bytes.error());
    auto payload = payloadIn(*bytes);
    if (!payload)
        return refused(payload.error());
    if (payload->isEmpty())
        return refused({.kind = ErrorKind::NotFound,
            .message = u"It carries no recipe: another program made it, or took the recipe out."_s,
            .evidence = {}});
    return payload;
}

} // namespace Decayscope
