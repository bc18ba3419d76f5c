// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "manifest.h"

#include "bundlefault.h"

#include <QCryptographicHash>
#include <QSet>

#include <algorithm>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype longestManifest = qsizetype{16} * 1024 * 1024;
constexpr std::size_t mostLines = 20'000;
constexpr qsizetype hashDigits = 64;
constexpr qsizetype longestPath = 500;
constexpr qsizetype deepestPath = 8;

bool isPathCharacter(QChar c)
{
    return c.isPrint() && c != u'\\' && c != u':';
}

bool isPathPart(QStringView part)
{
    return !part.isEmpty() && part != u"." && part != u".." && !part.startsWith(u' ') && !part.endsWith(u' ');
}

bool isHashDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

/// What is wrong with a line; the line where nothing is.
std::expected<ManifestLine, QString> lineIn(const QByteArray &bytes)
{
    // sha256sum: 64 digits, a space, a space or an asterisk, the path.
    const bool isShaped = bytes.size() > hashDigits + 2 && bytes.at(hashDigits) == ' '
        && (bytes.at(hashDigits + 1) == ' ' || bytes.at(hashDigits + 1) == '*');
    if (!isShaped)
        return std::unexpected(u"is not a hash, two spaces and a path"_s);
    const auto digits = bytes.first(hashDigits).toLower();
    if (!std::ranges::all_of(digits, isHashDigit))
        return std::unexpected(u"does not begin with 64 hexadecimal digits"_s);
    auto path = QString::fromUtf8(bytes.sliced(hashDigits + 2));
    if (!isBundlePath(path))
        return std::unexpected(u"names \"%1\", which is no path inside a bundle"_s.arg(enoughToFind(path)));
    return ManifestLine{.path = std::move(path), .sha256 = digits};
}

} // namespace

bool isBundlePath(QStringView path)
{
    const auto parts = path.split(u'/');
    return path.size() <= longestPath && parts.size() <= deepestPath && std::ranges::all_of(parts, isPathPart)
        && std::ranges::all_of(path, isPathCharacter);
}

QByteArray sha256Digits(const QByteArray &content)
{
    return QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex();
}

std::vector<ManifestLine> manifestOf(const std::vector<BundledFile> &files)
{
    std::vector<ManifestLine> lines;
    lines.reserve(files.size());
    for (const auto &file : files)
        lines.push_back({.path = file.path, .sha256 = sha256Digits(file.content)});
    std::ranges::sort(lines, {}, &ManifestLine::path);
    return lines;
}

QByteArray manifestDocument(const std::vector<ManifestLine> &lines)
{
    QByteArray document;
    for (const auto &line : lines)
        document += line.sha256 + "  " + line.path.toUtf8() + '\n';
    return document;
}

Result<std::vector<ManifestLine>> readManifest(const QByteArray &document, const QString &source)
{
    const auto refused = [&source](ErrorKind kind, const QString &why) {
        return unreadableDocument(kind, source, u"the manifest of a bundle"_s, why);
    };
    if (document.size() > longestManifest)
        return refused(ErrorKind::Refused, u"It is larger than 16 MB."_s);
    std::vector<ManifestLine> lines;
    QSet<QString> paths;
    std::size_t number = 0;
    for (const auto &bytes : document.split('\n')) {
        ++number;
        if (bytes.isEmpty())
            continue;
        auto line = lineIn(bytes);
        if (!line)
            return refused(ErrorKind::InvalidInput, u"Line %1 %2."_s.arg(number).arg(line.error()));
        if (paths.contains(line->path))
            return refused(ErrorKind::InvalidInput, u"Line %1 names \"%2\" again."_s.arg(number).arg(line->path));
        if (lines.size() == mostLines)
            return refused(ErrorKind::Refused, u"It has more than %1 lines."_s.arg(mostLines));
        paths.insert(line->path);
        lines.push_back(std::move(*line));
    }
    return lines;
}

} // namespace Decayscope
