// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bundlemaker.h"

#include "bundledfigure.h"
#include "guarded.h"

#include <bundle/agreementpart.h>
#include <bundle/labelparts.h>

#include <QThread>

#include <algorithm>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

/// Those of a catalogue that were asked for: all where nothing was.
template <typename Info>
std::vector<const Info *> askedFor(const std::vector<Info> &catalogue, const QStringList &names)
{
    std::vector<const Info *> infos;
    for (const auto &info : catalogue) {
        if (names.isEmpty() || names.contains(info.name))
            infos.push_back(&info);
    }
    return infos;
}

void append(std::vector<BundledFile> &files, const BundledSection &section)
{
    for (const auto &part : section.parts)
        std::ranges::copy(part.files, std::back_inserter(files));
}

} // namespace

BundleMaker::BundleMaker(const BundleContext &context, const Progress &progress)
    : m_context(context)
    , m_progress(progress)
    , m_figureInfos(askedFor(figureCatalogue(), context.plan.figures))
    , m_tableInfos(askedFor(tableCatalogue(), context.plan.parts))
    , m_analysisInfos(askedFor(analysisCatalogue(), context.plan.parts))
    , m_figures{.title = u"Figures"_s,
          .about = u"Each as PDF and SVG with its data, recipe and provenance inside, its values, LaTeX and recipe."_s,
          .parts = {}}
    , m_tables{.title = u"Tables"_s, .about = u"CSV is unrounded; the others are for people."_s, .parts = {}}
    , m_analyses{.title = u"Analyses"_s,
          .about = u"Beyond the published tables; scripts and data to check them lie beside them."_s,
          .parts = {}}
    , m_agreement{.title = u"Agreement"_s, .about = u"Every pair of annotators, the reference first."_s, .parts = {}}
{
    m_pool.setMaxThreadCount(std::max(1, QThread::idealThreadCount() - 1));
}

void BundleMaker::step(const QString &what)
{
    m_progress.report({.done = ++m_done, .total = m_total, .bytes = 0, .what = what});
}

void BundleMaker::fail(const Error &error)
{
    const std::lock_guard lock(m_failing);
    m_error = error;
}

template <typename Work>
void BundleMaker::start(const QString &what, Work work)
{
    m_pool.start([this, what, work = std::move(work)] {
        const auto done = guarded([&]() -> Result<> {
            if (m_progress.isCancelled())
                return {};
            work();
            step(what);
            return {};
        });
        if (!done)
            fail(done.error());
    });
}

void BundleMaker::startTables()
{
    m_tables.parts.resize(m_tableInfos.size());
    for (std::size_t i = 0; i < m_tableInfos.size(); ++i)
        start(m_tableInfos[i]->name, [this, i] { m_tables.parts[i] = tablePart(*m_tableInfos[i], m_context); });
}

void BundleMaker::startAnalyses()
{
    m_analysisParts.resize(m_analysisInfos.size());
    for (std::size_t i = 0; i < m_analysisInfos.size(); ++i)
        start(
            m_analysisInfos[i]->name, [this, i] { m_analysisParts[i] = analysisPart(*m_analysisInfos[i], m_context); });
}

void BundleMaker::startAgreement()
{
    const auto pairs = annotatorPairs(*m_context.data.labels);
    m_agreement.parts.resize(pairs.size());
    FileStems stems;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const auto stem = stems.stemFor(QString(pairs[i].by % u'-' % pairs[i].against));
        start(stem, [this, i, pair = pairs[i], stem] {
            m_agreement.parts[i] = agreementPart(*m_context.data.labels, pair, stem, m_context.plan.tables);
        });
    }
}

void BundleMaker::paintFigures()
{
    for (const auto *info : m_figureInfos) {
        if (m_progress.isCancelled())
            return;
        m_figures.parts.push_back(figurePart(*info, m_context));
        step(info->name);
    }
}

void BundleMaker::paintAnalyses()
{
    for (auto &made : m_analysisParts) {
        if (m_progress.isCancelled())
            return;
        if (made.figure)
            addAnalysisFigure(made.part, *made.figure, m_context);
        m_analyses.parts.push_back(std::move(made.part));
    }
}

std::vector<BundledSection> BundleMaker::sections()
{
    const auto &labels = *m_context.data.labels;
    return {std::move(m_figures), std::move(m_tables), std::move(m_analyses), std::move(m_agreement),
        certificateSection(labels), sampleSection(labels), codebookSection(labels)};
}

std::vector<BundledFile> BundleMaker::assembled()
{
    auto files = m_context.documents;
    const auto sections = this->sections();
    for (const auto &section : sections)
        append(files, section);
    files.push_back({.path = u"plan.json"_s, .content = bundlePlanDocument(m_context.plan)});
    files.push_back({.path = u"bundle.json"_s, .content = bundleMakingDocument(m_context.making)});
    files.push_back(
        {.path = u"README.md"_s, .content = bundleReadme(m_context.data, m_context.plan, m_context.making, sections)});
    std::ranges::sort(files, {}, &BundledFile::path);
    return files;
}

Result<std::vector<BundledFile>> BundleMaker::made()
{
    m_total = static_cast<qint64>(m_figureInfos.size() + m_tableInfos.size() + m_analysisInfos.size()
        + annotatorPairs(*m_context.data.labels).size());
    startAnalyses();
    startAgreement();
    startTables();
    paintFigures();
    if (m_progress.isCancelled())
        m_pool.clear();
    m_pool.waitForDone();
    if (m_error)
        return std::unexpected(*m_error);
    paintAnalyses();
    if (m_progress.isCancelled())
        return cancelled();
    return assembled();
}

} // namespace Decayscope
