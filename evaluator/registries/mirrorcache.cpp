// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mirrorcache.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryFile>

#include <algorithm>
#include <filesystem>
#include <vector>

namespace Decayscope {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView mark("DSMIRR01");
constexpr qsizetype tailSize = 16; ///< Eight hexadecimal digits for the length of the note, and the mark.
constexpr qint64 longestNote = qint64{16} * 1024;

QByteArray noteOf(const MirrorEntry &entry)
{
    const QJsonObject note{{u"url"_s, QString::fromUtf8(entry.url)}, {u"type"_s, QString::fromUtf8(entry.type)},
        {u"etag"_s, QString::fromUtf8(entry.etag)}, {u"lifetime"_s, entry.lifetime}, {u"size"_s, entry.size}};
    const auto text = QJsonDocument(note).toJson(QJsonDocument::Compact);
    return text + QByteArray::number(text.size(), 16).rightJustified(8, '0') + mark;
}

MirrorEntry entryOf(const QJsonObject &note)
{
    return {.url = note[u"url"].toString().toUtf8(),
        .type = note[u"type"].toString().toUtf8(),
        .etag = note[u"etag"].toString().toUtf8(),
        .lifetime = note[u"lifetime"].toInteger(),
        .size = note[u"size"].toInteger(-1)};
}

/// The note at the end of a file that is whole.
std::optional<MirrorEntry> readNote(QFile &file)
{
    if (file.size() < tailSize || !file.seek(file.size() - tailSize))
        return std::nullopt;
    const auto tail = file.read(tailSize);
    bool isNumber = false;
    const qint64 length = tail.first(8).toUInt(&isNumber, 16);
    if (!tail.endsWith(mark) || !isNumber || length > longestNote || length + tailSize > file.size())
        return std::nullopt;
    if (!file.seek(file.size() - tailSize - length))
        return std::nullopt;
    auto entry = entryOf(QJsonDocument::fromJson(file.read(length)).object());
    if (entry.size + length + tailSize != file.size() || !file.seek(0))
        return std::nullopt;
    return entry;
}

bool isFresh(const MirrorEntry &entry, const QFile &file)
{
    if (entry.lifetime < 0)
        return true;
    const auto age = file.fileTime(QFileDevice::FileModificationTime).secsTo(QDateTime::currentDateTimeUtc());
    return age >= 0 && age < entry.lifetime;
}

void touch(const QString &path)
{
    QFile file(path);
    if (file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly))
        file.setFileTime(QDateTime::currentDateTimeUtc(), QFileDevice::FileModificationTime);
}

std::unexpected<Error> unwritable(const QFile &file)
{
    return failure(ErrorKind::Unreadable,
        u"The cache of package registries cannot be written at %1."_s.arg(file.fileName()), file.errorString());
}

Result<MirrorHit> opened(MirrorEntry entry, const QString &path)
{
    auto file = std::make_shared<QFile>(path);
    if (!file->open(QIODevice::ReadOnly))
        return unwritable(*file);
    return MirrorHit{.entry = std::move(entry), .file = std::move(file), .isFresh = true};
}

} // namespace

MirrorCache::MirrorCache(QString folder, qint64 longest)
    : m_folder(std::move(folder))
    , m_longest(longest)
{ }

QString MirrorCache::fileOf(const QByteArray &key) const
{
    const auto name = QString::fromLatin1(QCryptographicHash::hash(key, QCryptographicHash::Sha256).toHex());
    return m_folder + u'/' + name.first(2) + u'/' + name.sliced(2);
}

std::optional<MirrorHit> MirrorCache::find(const QByteArray &key, const QByteArray &url) const
{
    auto file = std::make_shared<QFile>(fileOf(key));
    if (!file->open(QIODevice::ReadOnly))
        return std::nullopt;
    auto entry = readNote(*file);
    if (!entry || entry->url != url)
        return std::nullopt;
    const bool fresh = isFresh(*entry, *file);
    if (entry->lifetime < 0)
        touch(file->fileName()); // What is used stays.
    return MirrorHit{.entry = std::move(*entry), .file = std::move(file), .isFresh = fresh};
}

Result<std::unique_ptr<QTemporaryFile>> MirrorCache::makeFile() const
{
    QDir().mkpath(m_folder);
    auto file = std::make_unique<QTemporaryFile>(m_folder + u"/part-XXXXXX"_s);
    if (!file->open())
        return unwritable(*file);
    return file;
}

Result<MirrorHit> MirrorCache::store(const QByteArray &key, MirrorEntry entry, QTemporaryFile &body)
{
    entry.size = body.size();
    const auto note = noteOf(entry);
    if (body.write(note) != note.size() || !body.flush())
        return unwritable(body);
    const auto path = fileOf(key);
    QDir().mkpath(path.left(path.lastIndexOf(u'/')));
    std::error_code error;
    std::filesystem::rename(
        QFile::encodeName(body.fileName()).toStdString(), QFile::encodeName(path).toStdString(), error);
    if (error)
        return unwritable(body);
    body.setAutoRemove(false);
    m_written += entry.size;
    if (m_written > m_longest / 8)
        tidy(path);
    return opened(std::move(entry), path);
}

Result<MirrorHit> MirrorCache::pass(MirrorEntry entry, QTemporaryFile &body)
{
    entry.size = body.size();
    if (!body.flush())
        return unwritable(body);
    return opened(std::move(entry), body.fileName());
}

void MirrorCache::renew(const QByteArray &key) const
{
    touch(fileOf(key));
}

/// What was written last stays: files of one moment cannot be told apart by their times.
void MirrorCache::tidy(const QString &newest)
{
    m_written = 0;
    std::vector<QFileInfo> files;
    qint64 size = 0;
    QDirIterator all(m_folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    const auto hourAgo = QDateTime::currentDateTimeUtc().addSecs(-3600);
    while (all.hasNext()) {
        auto info = all.nextFileInfo();
        if (info.fileName().startsWith(u"part-") && info.lastModified() < hourAgo)
            QFile::remove(info.filePath());
        size += info.size();
        files.push_back(std::move(info));
    }
    if (size <= m_longest)
        return;
    std::ranges::sort(files, {}, [](const QFileInfo &info) { return info.lastModified(); });
    for (const auto &info : files) {
        if (size <= m_longest - m_longest / 4)
            return;
        const bool isInUse = info.fileName().startsWith(u"part-") || info.filePath() == newest;
        if (!isInUse && QFile::remove(info.filePath()))
            size -= info.size();
    }
}

} // namespace Decayscope
