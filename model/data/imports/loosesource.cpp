// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "loosesource.h"

#include "loosefolder.h"
#include "looseruns.h"
#include "runcatalog.h"

#include <deque>

namespace Decayscope {

namespace {

using Kind = LooseCandidate::Kind;

/// Reads candidates one after the other; what one holds is known only when its turn comes.
class LooseSource final : public RunSource
{
public:
    LooseSource(LooseWalk walk, bool isNamed)
        : m_candidates(walk.candidates.begin(), walk.candidates.end())
        , m_refused(std::move(walk.refused))
        , m_isNamed(isNamed)
    { }

    qint64 runCount() const override { return m_given + std::ssize(m_candidates) + std::ssize(m_ready); }
    qint64 byteCount() const override { return 0; }
    std::vector<ImportIssue> refused() const override { return m_refused; }
    Result<std::optional<PendingRun>> next(const Progress &progress) override;

    /// Looks for the first run, so that a source without any is told at once.
    [[nodiscard]] Result<bool> findFirst(const Progress &progress);

private:
    [[nodiscard]] Result<> step(const Progress &progress);
    [[nodiscard]] Result<std::unique_ptr<LooseTexts>> open(const LooseCandidate &candidate, const Progress &progress);
    void take(LooseText text);
    void refuse(const QString &path, const QString &reason) { m_refused.push_back({path, reason}); }

    std::deque<LooseCandidate> m_candidates;
    std::vector<ImportIssue> m_refused;
    bool m_isNamed = false; ///< The user named the one candidate: that it is no trajectory is worth a word.
    std::unique_ptr<LooseTexts> m_texts;
    QString m_textsPath;
    LooseRuns m_runs;
    std::deque<PendingRun> m_ready;
    qint64 m_given = 0;
};

Result<bool> LooseSource::findFirst(const Progress &progress)
{
    while (m_ready.empty() && (m_texts || !m_candidates.empty())) {
        if (auto done = step(progress); !done)
            return std::unexpected(std::move(done.error()));
    }
    return !m_ready.empty();
}

Result<std::optional<PendingRun>> LooseSource::next(const Progress &progress)
{
    const auto found = findFirst(progress);
    if (!found)
        return std::unexpected(found.error());
    if (!*found)
        return std::nullopt;
    auto run = std::move(m_ready.front());
    m_ready.pop_front();
    ++m_given;
    return run;
}

Result<std::unique_ptr<LooseTexts>> LooseSource::open(const LooseCandidate &candidate, const Progress &progress)
{
    return candidate.kind == Kind::Zip ? textsOfZip(candidate.path, progress) : textsOfFile(candidate.path);
}

/// Goes one piece on. What cannot be read is refused by itself.
Result<> LooseSource::step(const Progress &progress)
{
    if (progress.isCancelled())
        return cancelled();
    if (m_texts) {
        auto text = m_texts->next(progress);
        if (!text && text.error().kind == ErrorKind::Cancelled)
            return cancelled();
        if (!text)
            refuse(m_textsPath, text.error().message);
        if (!text || !*text)
            m_texts.reset();
        else
            take(std::move(**text));
        return {};
    }
    const auto candidate = std::move(m_candidates.front());
    m_candidates.pop_front();
    if (candidate.kind == Kind::Conversation || candidate.kind == Kind::ClassicEvents) {
        auto text = conversationIn(candidate);
        if (text)
            take(std::move(*text));
        else
            refuse(candidate.path, text.error().message);
        return {};
    }
    auto texts = open(candidate, progress);
    if (!texts && texts.error().kind == ErrorKind::Cancelled)
        return cancelled();
    if (!texts) {
        refuse(candidate.path, texts.error().message);
        return {};
    }
    m_texts = std::move(*texts);
    m_textsPath = candidate.path;
    return {};
}

void LooseSource::take(LooseText text)
{
    if (!text.problem.isEmpty())
        return refuse(text.origin, text.problem);
    const auto origin = text.origin;
    const auto isPiece = origin != m_textsPath;
    if (auto run = m_runs.runOf(std::move(text)))
        m_ready.push_back(std::move(*run));
    else if (m_isNamed && isPiece)
        refuse(origin, QStringLiteral("It is no trajectory of a known format."));
}

Result<std::unique_ptr<RunSource>> primed(
    std::unique_ptr<LooseSource> source, const QString &path, const Progress &progress)
{
    const auto found = source->findFirst(progress);
    if (!found)
        return std::unexpected(found.error());
    if (*found)
        return source;
    const auto refused = source->refused();
    const auto reason = refused.empty() ? QString() : refused.front().reason + u' ';
    return failure(ErrorKind::InvalidInput,
        QStringLiteral("\"%1\" holds neither runs of a study nor a trajectory or report of a known format. %2%3")
            .arg(path, reason, expectedLayout()));
}

} // namespace

Result<std::unique_ptr<RunSource>> openLooseFile(const QString &path, const Progress &progress)
{
    return primed(std::make_unique<LooseSource>(LooseWalk{.candidates = {{Kind::File, path}}, .refused = {}}, true),
        path, progress);
}

Result<std::unique_ptr<RunSource>> openLooseZip(const QString &path, const Progress &progress)
{
    return primed(std::make_unique<LooseSource>(LooseWalk{.candidates = {{Kind::Zip, path}}, .refused = {}}, true),
        path, progress);
}

Result<std::unique_ptr<RunSource>> openLooseFolder(const QString &folder, const Progress &progress)
{
    auto walk = walkLooseFolder(folder, progress);
    if (!walk)
        return std::unexpected(std::move(walk.error()));
    return primed(std::make_unique<LooseSource>(std::move(*walk), false), folder, progress);
}

} // namespace Decayscope
