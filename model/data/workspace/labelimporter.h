// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importer.h"
#include "labelexchange.h"

#include <QTemporaryDir>

#include <memory>

namespace Decayscope {

/// Takes label files into a store: reads them all, lays the runs of hand-outs out for the import of runs, then merges
/// one file a transaction.
class LabelImporter
{
public:
    LabelImporter(QString annotator, PerformWrite perform);

    /// Reads the files; what cannot be read is refused.
    void read(const QStringList &paths, const Progress &progress);

    /// Folders with the runs of hand-outs; they live as long as this object.
    [[nodiscard]] QStringList runFolders() const;

    /// Errors: what keeps the store from being written at all.
    [[nodiscard]] Result<> merge(const Progress &progress);

    [[nodiscard]] const LabelImportReport &report() const { return m_report; }

private:
    struct ReadFile
    {
        QString path;
        LabelFile file;
    };

    void readOne(const QString &path, const Codebook &codebook);
    [[nodiscard]] Codebook newestCodebook();
    [[nodiscard]] Result<> mergeOne(Connection &connection, const ReadFile &read);
    [[nodiscard]] Result<> mergeSamples(Connection &connection, const ReadFile &read);
    [[nodiscard]] Result<> mergeEvents(Connection &connection, const ReadFile &read);

    const QString m_annotator;
    const PerformWrite m_perform;
    std::vector<ReadFile> m_files;
    std::vector<std::unique_ptr<QTemporaryDir>> m_folders;
    LabelImportReport m_report;
    LabelImportReport m_ofFile; ///< What the file at hand adds to it.
};

} // namespace Decayscope
