// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fixtures.h"

#include <imports/conduitsuite.h>
#include <imports/runcatalog.h>
#include <imports/runreader.h>

#include <QDir>
#include <QFile>
#include <QTest>

#include <archive.h>
#include <archive_entry.h>

#include <memory>

namespace Decayscope::Test {

Tree &Tree::with(const QString &file, const QByteArray &bytes)
{
    const auto target = path(file);
    QDir().mkpath(target.first(target.lastIndexOf(u'/')));
    QFile out(target);
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
        qFatal("Cannot write %s", qPrintable(target));
    return *this;
}

Tree &Tree::withFolder(const QString &folder)
{
    QDir().mkpath(path(folder));
    return *this;
}

Tree &Tree::withLink(const QString &link, const QString &target)
{
    QDir().mkpath(path(link).first(path(link).lastIndexOf(u'/')));
    QFile::link(target, path(link));
    return *this;
}

QString Tree::path(const QString &below) const
{
    return below.isEmpty() ? m_folder.path() : m_folder.filePath(below);
}

Zip &Zip::with(const QByteArray &name, const QByteArray &bytes)
{
    m_entries.push_back({name, bytes, false});
    return *this;
}

Zip &Zip::withLink(const QByteArray &name, const QByteArray &target)
{
    m_entries.push_back({name, target, true});
    return *this;
}

Zip &Zip::encrypted()
{
    m_isEncrypted = true;
    return *this;
}

QByteArray Zip::bytes() const
{
    const std::unique_ptr<archive, int (*)(archive *)> writer(archive_write_new(), archive_write_free);
    archive_write_set_format_zip(writer.get());
    if (m_isEncrypted) {
        archive_write_set_options(writer.get(), "zip:encryption=zipcrypt");
        archive_write_set_passphrase(writer.get(), "secret");
    }
    archive_write_set_bytes_per_block(writer.get(), 0);
    qsizetype room = 1 << 20;
    for (const auto &entry : m_entries)
        room += 1024 + entry.bytes.size() + 2 * entry.name.size();
    QByteArray buffer(room, '\0');
    std::size_t used = 0;
    archive_write_open_memory(writer.get(), buffer.data(), static_cast<std::size_t>(room), &used);
    for (const auto &entry : m_entries) {
        const std::unique_ptr<archive_entry, void (*)(archive_entry *)> header(archive_entry_new(), archive_entry_free);
        archive_entry_set_pathname(header.get(), entry.name.constData());
        archive_entry_set_filetype(header.get(), entry.isLink ? AE_IFLNK : AE_IFREG);
        archive_entry_set_perm(header.get(), 0644);
        if (entry.isLink)
            archive_entry_set_symlink(header.get(), entry.bytes.constData());
        else
            archive_entry_set_size(header.get(), entry.bytes.size());
        archive_write_header(writer.get(), header.get());
        if (!entry.isLink)
            archive_write_data(writer.get(), entry.bytes.constData(), static_cast<std::size_t>(entry.bytes.size()));
    }
    archive_write_close(writer.get());
    return buffer.first(static_cast<qsizetype>(used));
}

QByteArray fullReport(bool passing)
{
    QByteArray report
        = "iteration,collectionName,requestName,method,url,status,code,responseTime,responseSize,executed,failed,"
          "skipped,totalAssertions,executedCount,failedCount,skippedCount";
    for (const auto &request : conduitSuite()) {
        auto names = request.assertions.join(QLatin1StringView(", ")).toUtf8();
        names = names.isEmpty() ? names : '"' + names.replace('"', "\"\"") + '"';
        const auto count = QByteArray::number(request.assertions.size());
        report += "\n\"1\",\"Conduit\",\"" + request.name.toUtf8()
            + "\",\"GET\",\"http://conduit:8080/api\",\"OK\",\"200\",\"7\",\"21\",";
        if (passing)
            report += names + ",,,\"" + count + "\",\"" + count + "\",\"0\",\"0\"";
        else
            report += "," + names + ",,\"" + count + "\",\"0\",\"" + count + "\",\"0\"";
    }
    return report;
}

QStringList contentsOf(const QString &path, const Progress &progress)
{
    const auto source = openRunSource(path, progress);
    if (!source)
        return {QStringLiteral("error: ") + source.error().message};
    QStringList lines;
    const auto shortened = [&path](QString text) {
        return text.replace(path + u'/', QString()).replace(path, QStringLiteral("SOURCE"));
    };
    for (;;) {
        auto run = (*source)->next(progress);
        if (!run) {
            lines.append(QStringLiteral("error: ") + shortened(run.error().message));
            break;
        }
        if (!*run)
            break;
        const auto &key = (*run)->key;
        const auto files = (*run)->load();
        lines.append(QStringLiteral("run %1/%2/%3/%4/%5 #%6, %7 files")
                .arg(key.runtime, key.configuration.scaffold, key.configuration.model, key.task, key.date)
                .arg(key.trial)
                .arg(files ? files->size() : 0));
    }
    for (const auto &issue : (*source)->refused())
        lines.append(QStringLiteral("refused %1: %2").arg(shortened(issue.path), shortened(issue.reason)));
    return lines;
}

std::vector<RunBundle> bundlesOf(const QString &path)
{
    std::vector<RunBundle> bundles;
    const auto source = openRunSource(path, {});
    if (!source)
        return bundles;
    for (;;) {
        const auto run = (*source)->next({});
        if (!run || !*run)
            return bundles;
        if (auto files = (*run)->load())
            bundles.push_back(readRun(**run, std::move(*files)));
    }
}

RunBundle bundleOf(const std::vector<std::pair<QString, QByteArray>> &files, const QString &runFolder)
{
    RunCatalog catalog;
    if (!catalog.add(runFolder.split(u'/'), QStringLiteral("run")))
        qFatal("No run folder: %s", qPrintable(runFolder));
    std::vector<RawFile> raw;
    raw.reserve(files.size());
    for (const auto &[path, bytes] : files)
        raw.push_back({.path = path, .bytes = bytes, .problem = {}});
    return readRun(catalog.runs().front(), std::move(raw));
}

QStringList warningsOf(const RunBundle &bundle)
{
    QStringList lines;
    for (const auto &issue : bundle.warnings) {
        const auto file
            = issue.path == bundle.origin ? QStringLiteral("run") : issue.path.sliced(bundle.origin.size() + 1);
        lines.append(file + QStringLiteral(": ") + issue.reason);
    }
    return lines;
}

QStringList turnsOf(const std::vector<Turn> &turns)
{
    static const QStringList roles{QStringLiteral("system"), QStringLiteral("user"), QStringLiteral("assistant"),
        QStringLiteral("tool"), QStringLiteral("environment"), QStringLiteral("other")};
    QStringList lines;
    for (const auto &turn : turns) {
        auto text = turn.text.size() > 60 ? turn.text.first(60) + u'…' : turn.text;
        lines.append(QStringLiteral("%1 %2+%3 %4")
                .arg(roles[static_cast<int>(turn.role)])
                .arg(turn.offset)
                .arg(turn.length)
                .arg(text.replace(u'\n', u'|')));
    }
    return lines;
}

} // namespace Decayscope::Test
