// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <figurefiles/figurefile.h>

#include <QTemporaryFile>

#include <cstdlib>

using namespace Decayscope;

namespace {

/// A picture that takes a payload gives it back.
void feedPicture(const QByteArray &bytes, QTemporaryFile &file)
{
    const FigurePayload payload{.recipe = "{}", .data = "a\r\n", .runs = "b\r\n", .provenance = "{\"c\":1}"};
    for (const auto format : {FigureFormat::Pdf, FigureFormat::Svg, FigureFormat::Png}) {
        const auto made = withPayload(bytes, format, payload, {.title = QStringLiteral("t")});
        if (!made)
            continue;
        file.resize(0);
        file.seek(0);
        file.write(*made);
        file.flush();
        if (readFigureFile(file.fileName()) != payload)
            std::abort();
    }
}

} // namespace

/// An exported figure, or any file in its place.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    QTemporaryFile file;
    if (!file.open())
        return 0;
    file.write(bytes);
    file.flush();
    std::ignore = readFigureFile(file.fileName());
    std::ignore = pdfProblems(bytes);
    feedPicture(bytes, file);
    return 0;
}
