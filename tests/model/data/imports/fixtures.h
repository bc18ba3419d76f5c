// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/progress.h>
#include <domain/runbundle.h>
#include <imports/runsource.h>

#include <QStringList>
#include <QTemporaryDir>

namespace Decayscope::Test {

/// A run folder of the study's layout, relative to the tree.
inline const QString aRunFolder
    = QStringLiteral("uv/mini_swe_sdk/gpt-x/flask-openapi-sqlite/2026-04-01T12-00-00/run_0");
inline const QString anOpenHandsFolder
    = QStringLiteral("uv/openhands_sdk/gpt-x/flask-openapi-sqlite/2026-04-01T12-00-00/run_0");

/// A temporary folder that is written file by file.
class Tree
{
public:
    Tree &with(const QString &file, const QByteArray &bytes = "x");
    Tree &withFolder(const QString &folder);
    Tree &withLink(const QString &link, const QString &target);
    [[nodiscard]] QString path(const QString &below = {}) const;

private:
    QTemporaryDir m_folder;
};

/// A zip archive made entry by entry, with libarchive.
class Zip
{
public:
    Zip &with(const QByteArray &name, const QByteArray &bytes = "x");
    Zip &withLink(const QByteArray &name, const QByteArray &target);
    Zip &encrypted();
    [[nodiscard]] QByteArray bytes() const;

private:
    struct Entry
    {
        QByteArray name;
        QByteArray bytes;
        bool isLink = false;
    };

    std::vector<Entry> m_entries;
    bool m_isEncrypted = false;
};

/// A report of the whole suite in which every assertion has the outcome.
[[nodiscard]] QByteArray fullReport(bool passing);

/// What a source gives and refuses, as lines: "run …", "refused …: …", or "error: …".
[[nodiscard]] QStringList contentsOf(const QString &path, const Progress &progress = {});

/// Every run of a source, read.
[[nodiscard]] std::vector<RunBundle> bundlesOf(const QString &path);

/// The bundle of a run with these files, by their paths in it.
[[nodiscard]] RunBundle bundleOf(
    const std::vector<std::pair<QString, QByteArray>> &files, const QString &runFolder = aRunFolder);

/// "file: reason" with the file relative to the run's folder.
[[nodiscard]] QStringList warningsOf(const RunBundle &bundle);

/// "role offset+length text", texts cut to 60 characters.
[[nodiscard]] QStringList turnsOf(const std::vector<Turn> &turns);

} // namespace Decayscope::Test
