// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "zipsource.h"

#include "runfiles.h"
#include "ziparchive.h"
#include "zipdirectory.h"
#include "zipsurvey.h"

#include <QFile>

#include <deque>
#include <map>

namespace Decayscope {

namespace {

constexpr qint64 maxPendingBytes = 256LL * 1024 * 1024;
constexpr int maxReopenings = 64;
constexpr qint64 entriesPerUpdate = 4096;

/// Surveys an archive whose directory is lost by unpacking it once, as far as it goes.
Result<QString> surveyStream(const QString &path, ZipSurvey &survey, const Progress &progress)
{
    auto archive = ZipArchive::open(path);
    if (!archive)
        return std::unexpected(std::move(archive.error()));
    for (;;) {
        auto entry = archive->next();
        if (!entry || !*entry)
            return entry ? QStringLiteral("its directory is missing") : entry.error().message;
        if (auto taken = survey.take(**entry); !taken)
            return std::unexpected(std::move(taken.error()));
        auto contents = archive->contents(**entry, false, progress);
        if (!contents)
            return std::unexpected(std::move(contents.error()));
        if (contents->isEnd)
            return contents->damage;
    }
}

/// Says what is wrong with the archive as a whole; an empty text where nothing is.
Result<QString> surveyArchive(const QString &path, ZipSurvey &survey, const Progress &progress)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Unreadable, QStringLiteral("Cannot open \"%1\".").arg(path), file.errorString());
    qint64 entries = 0;
    const auto whole = readZipDirectory(file, [&](const ZipEntry &entry) -> Result<> {
        if (entries++ % entriesPerUpdate == 0) {
            progress.report({.done = std::ssize(survey.catalog.runs()), .total = 0, .bytes = 0, .what = path});
            if (progress.isCancelled())
                return cancelled();
        }
        return survey.take(entry);
    });
    if (!whole)
        return std::unexpected(whole.error());
    if (*whole)
        return QString();
    survey = ZipSurvey(path);
    auto damage = surveyStream(path, survey, progress);
    if (damage)
        survey.doubtLastRun();
    return damage;
}

struct Pending
{
    std::vector<RawFile> files;
    qint64 seen = 0;
    qint64 bytes = 0;
};

class ZipSource : public RunSource
{
public:
    ZipSource(QString path, ZipSurvey survey, ZipArchive archive, QString damage);

    qint64 runCount() const override { return std::ssize(m_survey.catalog.runs()); }
    qint64 byteCount() const override { return m_bytes; }
    std::vector<ImportIssue> refused() const override { return m_survey.catalog.refused(); }
    Result<std::optional<PendingRun>> next(const Progress &progress) override;

private:
    Result<> step(const Progress &progress);
    Result<> readEntry(const ZipEntry &entry, const Progress &progress);
    Result<> goOnBehindDamage();
    void takeFile(std::size_t run, RawFile file);
    void complete(std::size_t run);
    void makeRoom();
    void finish();

    QString m_path;
    ZipSurvey m_survey;
    ZipArchive m_archive;
    QString m_damage; ///< Of the archive as a whole.
    qint64 m_bytes = 0;
    std::map<std::size_t, Pending> m_pending;
    std::vector<bool> m_isSettled; ///< Handed out or refused.
    std::deque<std::size_t> m_ready;
    std::map<std::size_t, std::vector<RawFile>> m_readyFiles;
    qint64 m_pendingBytes = 0;
    qint64 m_entriesRead = 0;
    int m_reopenings = 0;
    bool m_atEnd = false;
};

ZipSource::ZipSource(QString path, ZipSurvey survey, ZipArchive archive, QString damage)
    : m_path(std::move(path))
    , m_survey(std::move(survey))
    , m_archive(std::move(archive))
    , m_damage(std::move(damage))
    , m_isSettled(m_survey.catalog.runs().size())
{
    for (std::size_t run = 0; run < m_isSettled.size(); ++run) {
        m_bytes += m_survey.catalog.runs()[run].bytes;
        if (m_survey.filesOf(run) == 0)
            complete(run);
    }
    if (!m_damage.isEmpty())
        m_survey.catalog.refuse(m_path,
            QStringLiteral("The archive is cut or damaged (%1); only what lies before can be read.").arg(m_damage));
}

Result<std::optional<PendingRun>> ZipSource::next(const Progress &progress)
{
    while (m_ready.empty() && !m_atEnd) {
        if (auto done = step(progress); !done)
            return std::unexpected(std::move(done.error()));
    }
    if (m_ready.empty())
        return std::nullopt;
    const auto index = m_ready.front();
    m_ready.pop_front();
    auto run = m_survey.catalog.runs()[index];
    auto files = std::make_shared<const std::vector<RawFile>>(std::move(m_readyFiles.extract(index).mapped()));
    run.load = [files]() -> Result<std::vector<RawFile>> { return *files; };
    return run;
}

Result<> ZipSource::step(const Progress &progress)
{
    if (progress.isCancelled())
        return cancelled();
    auto entry = m_archive.next();
    if (entry && *entry) {
        ++m_entriesRead;
        return readEntry(**entry, progress);
    }
    if (!entry && m_damage.isEmpty()) {
        m_damage = entry.error().message;
        m_survey.catalog.refuse(
            m_path, QStringLiteral("The archive is damaged (%1); what follows cannot be read.").arg(m_damage));
    }
    finish();
    return {};
}

Result<> ZipSource::readEntry(const ZipEntry &entry, const Progress &progress)
{
    if (auto checked = checkedZipEntry(entry); !checked)
        return checked;
    if (!m_survey.knows(entry.name))
        return refusedEntry(entry.name, QStringLiteral("stands under another name in the archive's directory"));
    const auto place = placeOf(entry.name);
    const auto run = place ? m_survey.runIn(place->folder) : std::nullopt;
    if (!run || m_isSettled[*run] || entry.isFolder() || kindOfRunFile(place->path) == RunFileKind::Stray)
        return {};
    auto contents = m_archive.contents(entry, true, progress);
    if (!contents)
        return std::unexpected(std::move(contents.error()));
    const auto isCut = contents->isEnd && !m_damage.isEmpty();
    if (!isCut) {
        const auto problem = contents->damage.isEmpty()
            ? QString()
            : QStringLiteral("It is damaged in the archive: %1.").arg(contents->damage);
        takeFile(*run, {.path = place->path, .bytes = std::move(contents->bytes), .problem = problem});
    }
    return contents->isEnd && !isCut ? goOnBehindDamage() : Result<>();
}

/// Some damage stops the reader for good, though the directory still knows what lies behind.
Result<> ZipSource::goOnBehindDamage()
{
    auto archive = ZipArchive::open(m_path);
    if (!archive)
        return std::unexpected(std::move(archive.error()));
    m_archive = std::move(*archive);
    if (++m_reopenings > maxReopenings)
        return failure(
            ErrorKind::Damaged, QStringLiteral("The archive \"%1\" is damaged in too many places.").arg(m_path));
    for (qint64 i = 0; i < m_entriesRead; ++i) {
        if (const auto skipped = m_archive.next(); !skipped || !*skipped)
            break;
    }
    return {};
}

void ZipSource::takeFile(std::size_t run, RawFile file)
{
    auto &pending = m_pending[run];
    pending.bytes += file.bytes.size();
    m_pendingBytes += file.bytes.size();
    pending.files.push_back(std::move(file));
    ++pending.seen;
    if (pending.seen == m_survey.filesOf(run))
        complete(run);
    else if (m_pendingBytes > maxPendingBytes)
        makeRoom();
}

void ZipSource::complete(std::size_t run)
{
    auto files = std::move(m_pending[run].files);
    m_pendingBytes -= m_pending[run].bytes;
    m_pending.erase(run);
    m_readyFiles.emplace(run, std::move(files));
    m_ready.push_back(run);
    m_isSettled[run] = true;
}

void ZipSource::makeRoom()
{
    const auto largest = std::ranges::max_element(m_pending, {}, [](const auto &entry) { return entry.second.bytes; });
    m_survey.catalog.refuse(m_survey.catalog.runs()[largest->first].origin,
        QStringLiteral("Its files lie too far apart in the archive. Unpack the archive and import the folder."));
    m_isSettled[largest->first] = true;
    m_pendingBytes -= largest->second.bytes;
    m_pending.erase(largest);
}

void ZipSource::finish()
{
    m_atEnd = true;
    m_pending.clear();
    for (std::size_t run = 0; run < m_isSettled.size(); ++run) {
        if (m_isSettled[run])
            continue;
        m_survey.catalog.refuse(
            m_survey.catalog.runs()[run].origin, QStringLiteral("Files of it are lost with a part of the archive."));
    }
}

} // namespace

Result<std::unique_ptr<RunSource>> openZipSource(const QString &path, const Progress &progress)
{
    ZipSurvey survey(path);
    auto damage = surveyArchive(path, survey, progress);
    if (!damage)
        return std::unexpected(std::move(damage.error()));
    if (!survey.catalog.sawRunFolder()) {
        const auto cause = damage->isEmpty() ? QString() : QStringLiteral(" It is damaged: %1.").arg(*damage);
        return failure(ErrorKind::InvalidInput,
            QStringLiteral("The archive \"%1\" holds no run.%2 %3").arg(path, cause, expectedLayout()));
    }
    auto archive = ZipArchive::open(path);
    if (!archive)
        return std::unexpected(std::move(archive.error()));
    return std::make_unique<ZipSource>(path, std::move(survey), std::move(*archive), *damage);
}

} // namespace Decayscope
