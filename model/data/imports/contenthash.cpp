// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "contenthash.h"

#include <QCryptographicHash>
#include <QtEndian>

namespace Decayscope {

QByteArray contentHashOf(const std::vector<RawFile> &files)
{
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    const auto addSize = [&hash](qsizetype size) {
        char bytes[sizeof(qint64)];
        qToLittleEndian(qint64{size}, bytes);
        hash.addData(QByteArrayView(bytes, sizeof bytes));
    };
    for (const auto &file : files) {
        const auto path = file.path.toUtf8();
        addSize(path.size()); // sizes before contents: no two lists of files run into the same bytes
        hash.addData(path);
        addSize(file.bytes.size());
        hash.addData(file.bytes);
    }
    return hash.result();
}

} // namespace Decayscope
