// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/result.h>

#include <QByteArray>
#include <QString>

#include <vector>

namespace Decayscope {

/// One file of a bundle.
struct BundledFile
{
    QString path; ///< Inside the bundle, with "/": "figures/decay.pdf".
    QByteArray content;
};

/// A line of MANIFEST.sha256: what sha256sum -c reads.
struct ManifestLine
{
    QString path;
    QByteArray sha256; ///< 64 hexadecimal digits, small.

    bool operator==(const ManifestLine &) const = default;
};

/// Whether a path stays inside a bundle on every system: parts of printable characters, none of them "..", no root.
[[nodiscard]] bool isBundlePath(QStringView path);

/// 64 hexadecimal digits, small.
[[nodiscard]] QByteArray sha256Digits(const QByteArray &content);

/// The manifest of files, by path; its document ends with a newline.
[[nodiscard]] std::vector<ManifestLine> manifestOf(const std::vector<BundledFile> &files);
[[nodiscard]] QByteArray manifestDocument(const std::vector<ManifestLine> &lines);

/// Reads one; hostile input is expected: paths that climb out, doubles, odd digits are errors naming `source` and line.
[[nodiscard]] Result<std::vector<ManifestLine>> readManifest(const QByteArray &document, const QString &source);

} // namespace Decayscope
