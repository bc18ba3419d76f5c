// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "handoutfiles.h"
#include "labelfiles.h"

#include <QCryptographicHash>

class QIODevice;
class QJsonObject;

namespace Decayscope {

/// Writes a .dslabels file: one JSON object a line, a header first, at the end the number of lines and their hash.
/// Faults of the device are remembered and told by end().
class DsLabelsWriter
{
public:
    DsLabelsWriter(QIODevice &device, const QString &kind);

    void codebook(const Codebook &book);
    void sample(const Sample &sample);
    void sampleReference(const Sample &sample); ///< Its id, hash and size alone.
    void event(const LabelEvent &event);
    void file(int item, const HandoutFile &file); ///< In pieces; texts as they are, other bytes as Base64.

    [[nodiscard]] Result<> end();

private:
    void line(const QJsonObject &object);

    QIODevice &m_device;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    qint64 m_lines = 0;
    bool m_hasFailed = false;
};

/// The .dslabels of everything some annotators wrote (empty: all), in samples and outside; with a sample, of those who
/// wrote in it. Errors: NotFound where there is nothing.
[[nodiscard]] Result<QByteArray> handinBytes(
    const LabelBook &book, const QStringList &annotators, const QString &sample);

} // namespace Decayscope
