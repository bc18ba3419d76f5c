// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bubblewrapsession.h"
#include "namespaceremedy.h"
#include "sandboxes.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QVersionNumber>

using namespace Qt::StringLiterals;

namespace Decayscope {

namespace {

class BubblewrapSandbox final : public Sandbox
{
public:
    BubblewrapSandbox(QByteArray program, QString version)
        : m_program(std::move(program))
        , m_version(std::move(version))
    { }

    [[nodiscard]] QString description() const override { return u"bubblewrap "_s + m_version; }

    [[nodiscard]] Result<std::unique_ptr<SandboxSession>> open(const SessionSpec &spec) override
    {
        return BubblewrapSession::open(m_program, spec);
    }

    [[nodiscard]] Result<std::unique_ptr<RunFolder>> makeFolder() override
    {
        return RunFolder::make(sandboxOuterUser());
    }

private:
    QByteArray m_program;
    QString m_version;
};

/// The first with all options used here.
const QVersionNumber oldestVersion(0, 8);

Result<QString> versionOf(const QString &program)
{
    QProcess process;
    process.start(program, {u"--version"_s});
    process.waitForFinished(10000);
    static const QRegularExpression pattern(u"(\\d+\\.\\d+(?:\\.\\d+)?)"_s);
    auto version = pattern.match(QString::fromUtf8(process.readAllStandardOutput())).captured(1);
    if (QVersionNumber::fromString(version) >= oldestVersion)
        return version;
    return failure(ErrorKind::Refused,
        u"\"%1\" is too old or does not work (version \"%2\"); sandboxes need bubblewrap %3 or newer."_s.arg(
            program, version, oldestVersion.toString()));
}

/// Runs the smallest command there is.
Result<> tryOut(Sandbox &sandbox)
{
    auto folder = sandbox.makeFolder();
    if (!folder)
        return std::unexpected(std::move(folder.error()));
    SessionSpec spec;
    spec.workspace = (*folder)->path();
    auto session = sandbox.open(spec);
    if (!session)
        return std::unexpected(std::move(session.error()));
    CommandSpec command;
    command.command = {u"true"_s};
    const auto report = runCommand(**session, command, {});
    if (!report)
        return std::unexpected(report.error());
    if (report->isSuccess())
        return {};
    return failure(ErrorKind::Refused, u"This system does not let bubblewrap make a sandbox. "_s + namespaceRemedy(),
        report->message);
}

} // namespace

Result<std::shared_ptr<Sandbox>> bubblewrapSandbox()
{
    const auto program = QStandardPaths::findExecutable(u"bwrap"_s);
    if (program.isEmpty()) {
        return failure(ErrorKind::NotFound,
            u"bubblewrap is not installed. Run ./bootstrap evaluation, or install the package bubblewrap."_s);
    }
    auto version = versionOf(program);
    if (!version)
        return std::unexpected(std::move(version.error()));
    auto sandbox = std::make_shared<BubblewrapSandbox>(QFile::encodeName(program), std::move(*version));
    if (auto works = tryOut(*sandbox); !works)
        return std::unexpected(std::move(works.error()));
    return sandbox;
}

} // namespace Decayscope
