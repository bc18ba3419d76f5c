// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "zipsurvey.h"

#include "runfiles.h"

#include <QCryptographicHash>

#include <cstring>
#include <limits>

namespace Decayscope {

namespace {

constexpr auto refusedRun = std::numeric_limits<std::size_t>::max();

NameDigest digestOf(QByteArrayView name)
{
    const auto hash = QCryptographicHash::hash(name, QCryptographicHash::Blake2s_128);
    NameDigest digest;
    std::memcpy(digest.words.data(), hash.constData(), sizeof digest.words);
    return digest;
}

} // namespace

Result<> ZipSurvey::take(const ZipEntry &entry)
{
    if (auto checked = checkedZipEntry(entry); !checked)
        return checked;
    m_bytes += entry.size;
    if (m_bytes > maxZipBytes)
        return refusedEntry(entry.name, QStringLiteral("brings the whole to more than 64 GB"));
    const auto known = m_names.size();
    if (known == maxZipEntries)
        return refusedEntry(entry.name, QStringLiteral("is one of more than two million"));
    m_names.insert(digestOf(entry.name));
    if (m_names.size() == known)
        return refusedEntry(entry.name, QStringLiteral("occurs twice"));

    const auto place = placeOf(entry.name);
    if (!place)
        return {};
    const auto run = indexFor(place->folder);
    if (run == refusedRun)
        return {};
    m_lastRun = run;
    if (!entry.isFolder() && kindOfRunFile(place->path) != RunFileKind::Stray) {
        ++m_files[run];
        catalog.runs()[run].bytes += entry.size;
    }
    return {};
}

std::size_t ZipSurvey::indexFor(const QByteArray &folder)
{
    if (const auto known = m_runs.constFind(folder); known != m_runs.cend())
        return *known;
    const auto name = QString::fromUtf8(folder);
    const auto index = catalog.add(name.split(u'/'), m_archivePath + u'/' + name);
    if (index)
        m_files.push_back(0);
    return *m_runs.insert(folder, index.value_or(refusedRun));
}

void ZipSurvey::doubtLastRun()
{
    if (m_lastRun)
        ++m_files[*m_lastRun];
}

bool ZipSurvey::knows(QByteArrayView name) const
{
    return m_names.contains(digestOf(name));
}

std::optional<std::size_t> ZipSurvey::runIn(const QByteArray &folder) const
{
    const auto found = m_runs.value(folder, refusedRun);
    return found == refusedRun ? std::nullopt : std::optional(found);
}

} // namespace Decayscope
