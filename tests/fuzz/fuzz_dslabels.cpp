// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <exchange/dslabelsreader.h>

#include <QBuffer>

using namespace Decayscope;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    QBuffer buffer;
    buffer.setData(QByteArrayView(data, static_cast<qsizetype>(size)).toByteArray());
    if (!buffer.open(QIODevice::ReadOnly))
        return 0;
    std::ignore = readDsLabels(buffer, QStringLiteral("x.dslabels"), [](const HandoutPiece &) { return Result<>(); });
    return 0;
}
