// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "bundledtable.h"

#include <base/progress.h>
#include <figures/figurecatalogue.h>

#include <QThreadPool>

#include <atomic>
#include <mutex>

namespace Decayscope {

/// Makes the files of a bundle: pictures in the calling thread, everything else beside it in threads of its own. The
/// bytes are the same on any number of them.
class BundleMaker
{
public:
    BundleMaker(const BundleContext &context, const Progress &progress);

    /// All files by path, without the manifest. Errors: Cancelled, Damaged where a thread threw.
    [[nodiscard]] Result<std::vector<BundledFile>> made();

private:
    template <typename Work>
    void start(const QString &what, Work work);
    void startTables();
    void startAnalyses();
    void startAgreement();
    void paintFigures();
    void paintAnalyses();
    void step(const QString &what);
    void fail(const Error &error);
    [[nodiscard]] std::vector<BundledSection> sections();
    [[nodiscard]] std::vector<BundledFile> assembled();

    const BundleContext &m_context;
    const Progress &m_progress;
    std::vector<const FigureInfo *> m_figureInfos;
    std::vector<const TableInfo *> m_tableInfos;
    std::vector<const AnalysisInfo *> m_analysisInfos;
    BundledSection m_figures;
    BundledSection m_tables;
    BundledSection m_analyses;
    BundledSection m_agreement;
    std::vector<AnalysisPart> m_analysisParts;
    qint64 m_total = 0;
    std::atomic<qint64> m_done = 0;
    std::mutex m_failing;
    std::optional<Error> m_error; ///< What a thread ended with; the last.
    QThreadPool m_pool; ///< The last: its threads end before what they fill.
};

} // namespace Decayscope
