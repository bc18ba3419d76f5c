// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "runcatalog.h"
#include "zipentry.h"

#include <QSet>

#include <array>

namespace Decayscope {

/// A name's fingerprint: two million names fit into little memory.
struct NameDigest
{
    std::array<quint64, 2> words{};

    bool operator==(const NameDigest &) const = default;
    friend std::size_t qHash(const NameDigest &digest, std::size_t seed) { return digest.words[0] ^ seed; }
};

/// The first look through an archive: which runs it holds with how many files each, and whether anything in it could do
/// harm. Entries may be in any order.
class ZipSurvey
{
public:
    /// `archivePath` goes before the runs' folders in messages.
    explicit ZipSurvey(QString archivePath)
        : m_archivePath(std::move(archivePath))
    { }

    /// Takes one entry in. Errors: Refused, where it or all so far could do harm.
    [[nodiscard]] Result<> take(const ZipEntry &entry);

    /// The run taken in last may lack files that were lost: it never becomes complete.
    void doubtLastRun();

    [[nodiscard]] bool knows(QByteArrayView name) const;

    /// The run in a folder of the archive; nothing where there is none or it is refused.
    [[nodiscard]] std::optional<std::size_t> runIn(const QByteArray &folder) const;

    [[nodiscard]] qint64 filesOf(std::size_t run) const { return m_files[run]; }

    RunCatalog catalog;

private:
    [[nodiscard]] std::size_t indexFor(const QByteArray &folder);

    QString m_archivePath;
    QHash<QByteArray, std::size_t> m_runs; ///< By folder; `refusedRun` where it is not taken.
    std::vector<qint64> m_files;
    QSet<NameDigest> m_names;
    qint64 m_bytes = 0;
    std::optional<std::size_t> m_lastRun;
};

} // namespace Decayscope
