// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/progress.h>
#include <base/result.h>
#include <domain/importreport.h>

#include <QElapsedTimer>
#include <QMutex>

#include <nlohmann/json_fwd.hpp>

namespace Decayscope {

/// Where the command line speaks: answers to standard output, everything else to standard error.
class Console
{
public:
    struct Options
    {
        bool json = false; ///< The answer is one JSON document.
        bool tellsProgress = false; ///< A line of standard error each time: "progress DONE TOTAL WHAT".
        bool quiet = false; ///< No progress and no warnings; errors remain.
    };

    explicit Console(Options options);

    [[nodiscard]] bool wantsJson() const { return m_options.json; }

    void answer(const QByteArray &utf8) const;
    /// Text for people: what runs bring along cannot steer the terminal.
    void answer(const QString &text) const;
    void answer(const nlohmann::ordered_json &document) const;

    void warn(const QString &sentence) const;
    void warn(const ImportIssue &issue) const;
    void fail(const Error &error) const;

    /// Progress that draws a bar where standard error is a terminal and stops at SIGINT, SIGTERM and SIGHUP.
    [[nodiscard]] Progress progress();

    /// Ends the bar's line, if one was drawn.
    void endProgress();

private:
    void draw(const ProgressUpdate &update);
    void tell(const ProgressUpdate &update);

    Options m_options;
    bool m_drawsBar;
    bool m_drawn = false;
    QElapsedTimer m_clock;
    QMutex m_mutex;
};

/// Text as a JSON string, whatever it holds: unpaired surrogates become replacement characters.
[[nodiscard]] std::string jsonText(const QString &text);

/// `[{path, reason}, …]`
[[nodiscard]] nlohmann::ordered_json jsonIssues(const std::vector<ImportIssue> &issues);

/// From here on SIGINT, SIGTERM and SIGHUP ask the running verb to stop instead of ending the program.
void catchInterrupt();

[[nodiscard]] bool wasInterrupted();

} // namespace Decayscope
