// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samplestory.h"

#include "samplelogs.h"
#include "sampleslips.h"
#include "samplethoughts.h"
#include "sampletrials.h"

#include <algorithm>

namespace Decayscope {

namespace {

/// "comments" of `{"comments"` and of `{ comments:`, in the quotes of an answer.
QByteArray bareName(const QByteArray &code)
{
    QByteArray name(1, '"');
    for (const char c : code) {
        if (c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
            name += c;
    }
    return name + '"';
}

class StoryTeller
{
public:
    StoryTeller(const SampleRun &run, const SampleProject &project, const std::vector<SampleSource> &sources,
        const std::vector<const SampleBug *> &bugs)
        : m_run(run)
        , m_project(project)
        , m_sources(sources)
        , m_bugs(bugs)
        , m_slips(sampleSlips(project, sources))
        , m_chance(u"story" % run.key.configuration.scaffold % run.key.configuration.model % run.key.runtime
              % run.key.task % QString::number(run.key.trial))
    { }

    std::vector<SampleStep> tell()
    {
        lookAround();
        choose();
        writeFiles();
        install();
        if (m_project.starts)
            start();
        mendSlips();
        if (m_project.starts)
            tryOut();
        if (!m_project.starts || m_run.share < 0.5)
            goRound();
        if (m_run.termination == Termination::Submitted)
            finish();
        return std::move(m_steps);
    }

private:
    void say(const QByteArray &thought, const QByteArray &command, const QByteArray &output, int code = 0)
    {
        m_steps.push_back({.thought = thought, .command = command, .output = output, .code = code});
    }

    [[nodiscard]] bool isWhole() const { return m_project.feature.isEmpty(); }
    [[nodiscard]] QByteArray startCommand() const { return m_project.isPython ? "python main.py" : "node server.js"; }
    [[nodiscard]] bool isBroken(QByteArrayView endpoint) const
    {
        return std::ranges::any_of(
            m_bugs, [endpoint](const SampleBug *bug) { return endpoint == QByteArrayView(bug->endpoint); });
    }

    void lookAround();
    void choose();
    void writeFiles();
    void install();
    void start();
    void restart();
    void mendSlips();
    void find(const SampleSlip &slip);
    void findTrace(const SampleSlip &slip);
    void mend(const SampleSlip &slip);
    void tryOut();
    void goRound();
    void repeat(const QByteArray &command, const QByteArray &output, int code);
    void finish();

    const SampleRun &m_run;
    const SampleProject &m_project;
    const std::vector<SampleSource> &m_sources;
    const std::vector<const SampleBug *> &m_bugs;
    std::vector<SampleSlip> m_slips; ///< As many as this run makes.
    std::vector<SampleSource> m_files; ///< As they are at this step.
    SampleChance m_chance;
    std::vector<SampleStep> m_steps;
};

void StoryTeller::lookAround()
{
    const QByteArray head = "total 12\ndrwxr-xr-x 3 root root 4096 Jan 15 09:00 .\ndrwxr-xr-x 1 root root 4096 Jan 15 "
                            "09:00 ..\ndrwxr-xr-x 7 root root 4096 Jan 15 09:00 .git\n";
    if (isWhole())
        return say("I look at what is there before I begin.", "ls -la",
            head + "-rw-r--r-- 1 root root    0 Jan 15 09:00 gitkeep\n");
    const auto root = layerFolder(m_project, "routes");
    say("I look at the repository first.", "ls -la",
        head + "drwxr-xr-x 6 root root 4096 Jan 15 09:00 " + root.first(root.indexOf('/')) + '\n');
    say("What is left of the routes?", "ls " + root + ' ' + layerFolder(m_project, "services"),
        m_project.isPython ? "users.py\nusers.py\n" : "users.js\nusers.js\n");
}

void StoryTeller::choose()
{
    say(planThought(m_project, m_chance),
        m_project.isPython ? "python3 --version && pip --version" : "node --version && npm --version",
        m_project.isPython
            ? "Python 3.12.8\npip 24.3.1 from /usr/local/lib/python3.12/site-packages/pip (python 3.12)\n"
            : "v22.12.0\n10.9.0\n");
}

void StoryTeller::writeFiles()
{
    std::erase_if(m_slips, [this](const SampleSlip &) { return m_chance.happens(0.45); });
    // What is only seen by asking needs a server that answers.
    if (!m_project.starts)
        m_slips.clear();
    std::erase_if(m_slips, [this](const SampleSlip &slip) {
        return slip.sign == SampleSlip::Sign::Trace && (isBroken("create_article") || isBroken("register"));
    });
    m_files = withSlips(m_sources, m_slips);
    for (const auto &[path, text] : m_files)
        m_steps.push_back(
            {.kind = SampleStep::Kind::Create, .thought = fileThought(path, m_chance), .path = path, .after = text});
}

void StoryTeller::install()
{
    if (!isWhole())
        return;
    say("All files are there. Now the packages.",
        m_project.isPython ? "pip install -r requirements.txt" : "npm install --loglevel http",
        sampleSetupLog(m_project));
}

void StoryTeller::start()
{
    if (m_chance.happens(0.3)) {
        m_steps.push_back({.thought = "Does it start?", .command = startCommand(), .code = -1, .timesOut = true});
        return say("Of course: a server does not return. It belongs in the background, with its output in a file.",
            startCommand() + " > /tmp/server.log 2>&1 &\nsleep 2; echo started", "started\n");
    }
    say("I start the server in the background and keep its output.",
        startCommand() + " > /tmp/server.log 2>&1 &\nsleep 2; echo started", "started\n");
}

void StoryTeller::restart()
{
    say("Restart, so that the change is in.",
        "pkill -f '" + startCommand() + "'; " + startCommand() + " > /tmp/server.log 2>&1 &\nsleep 2; echo restarted",
        "restarted\n");
}

void StoryTeller::mendSlips()
{
    for (const auto &slip : m_slips) {
        find(slip);
        mend(slip);
        restart();
    }
}

void StoryTeller::find(const SampleSlip &slip)
{
    switch (slip.sign) {
    case SampleSlip::Sign::Refused:
        return say("Is anybody listening?", "curl -i localhost:8080/api/tags",
            "curl: (7) Failed to connect to localhost port 8080 after 0 ms: Connection refused\n", 7);
    case SampleSlip::Sign::Trace:
        return findTrace(slip);
    case SampleSlip::Sign::WrongName:
        const auto &trial = sampleTrial(isWhole() || m_project.feature == "articles" ? "list_articles"
                : m_project.feature == "comments"                                    ? "list_comments"
                                                                                     : "list_tags");
        auto answer = trial.answer.toByteArray();
        answer.replace(bareName(slip.right), bareName(slip.wrong));
        return say(trial.thought.toByteArray(), trial.command.toByteArray(), answer + '\n');
    }
}

void StoryTeller::findTrace(const SampleSlip &slip)
{
    const auto &trial = sampleTrial("create_article");
    say(trial.thought.toByteArray(), trial.command.toByteArray(), "{\"message\":\"Internal Server Error\"}\n");
    const auto place = placeOf(m_files, slip.wrong);
    if (!place)
        return;
    say("A 500. The log should say where it comes from.", "tail -n 12 /tmp/server.log",
        sampleTrace(m_project, m_files, sampleEndpoint("create_article"), *place, "slug_of",
            m_project.isPython ? "AttributeError: 'str' object has no attribute 'lowercase'"
                               : "TypeError: title.lower is not a function"));
}

void StoryTeller::mend(const SampleSlip &slip)
{
    auto &text = std::ranges::find(m_files, slip.path, &SampleSource::path)->text;
    SampleStep step{.kind = SampleStep::Kind::Replace, .path = slip.path, .before = slip.wrong, .after = slip.right};
    if (slip.sign == SampleSlip::Sign::Refused)
        step.thought = "The suite calls port `8080`; I wrote `" + slip.wrong + "` by habit.";
    else
        step.thought
            = "In `" + slip.path.toUtf8() + "` it says `" + slip.wrong + "` where it has to be `" + slip.right + "`.";
    step.wholeBefore = text;
    text.replace(slip.wrong, slip.right);
    step.wholeAfter = text;
    m_steps.push_back(std::move(step));
}

void StoryTeller::tryOut()
{
    for (const auto &trial : sampleTrials()) {
        const bool isOurs = isWhole() || m_project.feature == sampleEndpoint(trial.endpoint).module;
        if (!isOurs || isBroken(trial.endpoint) || (isWhole() && m_chance.happens(0.45)))
            continue;
        say(trial.thought.toByteArray(), trial.command.toByteArray(), trial.answer.toByteArray() + '\n');
    }
}

void StoryTeller::goRound()
{
    if (!m_project.starts && isWhole())
        return repeat(startCommand(), sampleStartFailure(m_project, m_sources), 1);
    if (!m_project.starts)
        return repeat("curl -s localhost:8080/api/tags", "curl: (7) Failed to connect to localhost port 8080\n", 7);
    const auto trials = sampleTrials();
    const auto broken
        = std::ranges::find_if(trials, [this](const SampleTrial &trial) { return isBroken(trial.endpoint); });
    if (broken != trials.end())
        return repeat(broken->command.toByteArray(), "{\"message\":\"Internal Server Error\"}\n", 0);
    repeat("curl -s -o /dev/null -w '%{http_code}' localhost:8080/api/articles/feed", "401", 0);
}

void StoryTeller::repeat(const QByteArray &command, const QByteArray &output, int code)
{
    say("Something is not right yet. I try the part that worries me.", command, output, code);
    const auto rounds = m_chance.between(3, 5);
    for (int round = 0; round < rounds; ++round)
        say(againThought(round), command, output, code);
}

void StoryTeller::finish()
{
    QByteArray status;
    for (const auto &source : m_sources)
        status += "?? " + source.path.toUtf8() + '\n';
    say("A last look at what I leave behind.", "git status --short -uall", status);
    const QByteArray thought = m_project.starts && m_run.share >= 0.5
        ? "Everything I tried works. The backend is **complete**."
        : "I could not find out why this fails. The code follows the contract, so I leave it as it is.";
    m_steps.push_back({.kind = SampleStep::Kind::Finish, .thought = thought});
}

} // namespace

QByteArray sampleTask(const SampleRun &run)
{
    const auto framework = run.task.framework.toUtf8();
    if (run.task.kind == TaskKind::Feature)
        return "In this **" + framework
            + "** repository of a Conduit backend one feature was removed. Find out which, and restore it so that the "
              "behavioural suite passes. Do not change what works.";
    QByteArray rules;
    for (const auto constraint : run.task.constraints.toVector())
        rules += "- " + constraintTitle(constraint).toUtf8() + '\n';
    return "Write a REST API server for the Conduit contract with **" + framework
        + "** in `/repository`.\n\n- It listens on port 8080, all paths begin with `/api`.\n- It passes the "
          "behavioural "
          "suite.\n\n## Constraints\n\n"
        + (rules.isEmpty() ? "- none\n" : rules);
}

std::vector<SampleStep> sampleStory(const SampleRun &run, const SampleProject &project,
    const std::vector<SampleSource> &sources, const std::vector<const SampleBug *> &bugs)
{
    return StoryTeller(run, project, sources, bugs).tell();
}

} // namespace Decayscope
