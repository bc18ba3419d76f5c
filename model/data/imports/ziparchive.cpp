// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ziparchive.h"

#include "runfiles.h"

#include <QFile>

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>

#include <algorithm>

namespace Decayscope {

namespace {

constexpr std::size_t blockSize = 65536;

/// Declared sizes are promises: room is made for small ones only, the rest grows as bytes come.
constexpr qint64 trustedSize = 8LL * 1024 * 1024;

/// Names come as UTF-8 whatever locale the program runs in: libarchive converts them through the thread's.
class Utf8Names
{
public:
    Utf8Names()
        : m_before(::uselocale(utf8Locale()))
    { }
    ~Utf8Names() { ::uselocale(m_before); }
    Q_DISABLE_COPY_MOVE(Utf8Names)

private:
    /// Made once and kept; a system without it leaves the thread's locale as it is.
    static locale_t utf8Locale()
    {
        static const auto locale = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
        return locale;
    }

    locale_t m_before;
};

QByteArray nameOf(archive_entry *entry)
{
    const auto *name = archive_entry_pathname_utf8(entry);
    return QByteArray(name ? name : archive_entry_pathname(entry));
}

ZipEntry entryOf(archive_entry *entry)
{
    const auto type = archive_entry_filetype(entry);
    ZipEntry known{.name = nameOf(entry), .compressed = {}};
    known.size = archive_entry_size_is_set(entry) ? archive_entry_size(entry) : 0;
    known.isSpecial = (type != AE_IFREG && type != AE_IFDIR) || archive_entry_hardlink(entry) != nullptr;
    known.isEncrypted = archive_entry_is_encrypted(entry) > 0;
    if (type == AE_IFDIR && !known.isFolder())
        known.name.append('/');
    return known;
}

} // namespace

void ZipArchive::Closer::operator()(archive *handle) const
{
    archive_read_free(handle);
}

Result<ZipArchive> ZipArchive::open(const QString &path)
{
    std::unique_ptr<archive, Closer> handle(archive_read_new());
    archive_read_support_format_zip(handle.get());
    if (archive_read_open_filename(handle.get(), QFile::encodeName(path).constData(), blockSize) != ARCHIVE_OK) {
        return failure(ErrorKind::Unreadable, QStringLiteral("Cannot read the archive \"%1\".").arg(path),
            QString::fromUtf8(archive_error_string(handle.get())));
    }
    return ZipArchive(std::move(handle));
}

Result<std::optional<ZipEntry>> ZipArchive::next()
{
    const Utf8Names names;
    archive_entry *entry = nullptr;
    const auto answer = archive_read_next_header(m_archive.get(), &entry);
    if (answer == ARCHIVE_EOF)
        return std::nullopt;
    if (answer < ARCHIVE_WARN)
        return failure(ErrorKind::Damaged, reason());
    return entryOf(entry);
}

Result<ZipContents> ZipArchive::contents(const ZipEntry &entry, bool keep, const Progress &progress)
{
    ZipContents contents{.bytes = keep ? roomFor(std::min(entry.size, trustedSize)) : QByteArray(), .damage = {}};
    const auto start = position();
    qint64 size = 0;
    for (;;) {
        if (progress.isCancelled())
            return cancelled();
        const void *block = nullptr;
        std::size_t length = 0;
        la_int64_t offset = 0;
        const auto answer = archive_read_data_block(m_archive.get(), &block, &length, &offset);
        if (answer == ARCHIVE_EOF)
            break;
        if (answer < ARCHIVE_WARN) {
            contents.damage = reason();
            contents.isEnd = answer == ARCHIVE_FATAL;
            break;
        }
        size += static_cast<qint64>(length);
        m_unpacked += static_cast<qint64>(length);
        if (isBombRatio(size, position() - start) || isBombRatio(m_unpacked, position()))
            return refusedEntry(
                entry.name, QStringLiteral("grows more than two-hundredfold when unpacked, as archive bombs do"));
        if (size > maxZipEntryBytes || m_unpacked > maxZipBytes)
            return refusedEntry(entry.name, QStringLiteral("unpacks to more than an archive of runs can hold"));
        if (keep)
            contents.bytes.append(static_cast<const char *>(block), static_cast<qsizetype>(length));
    }
    return contents;
}

qint64 ZipArchive::position() const
{
    return archive_filter_bytes(m_archive.get(), -1);
}

QString ZipArchive::reason() const
{
    const auto *text = archive_error_string(m_archive.get());
    return text ? QString::fromUtf8(text) : QStringLiteral("unknown damage");
}

} // namespace Decayscope
