// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakeregistry.h"

#include <registries/registrymirror.h>
#include <sandbox/runfolder.h>
#include <sandbox/sandboxes.h>

#include <QCryptographicHash>
#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QProcess>
#include <QStandardPaths>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <future>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;

namespace {

constexpr int mirrorPort = 4873;

/// A run whose commands reach the mirror and nothing else.
struct Run
{
    std::unique_ptr<RunFolder> folder;
    std::unique_ptr<SandboxSession> session;
    std::shared_ptr<void> serving;

    /// What a command says; behind how it ended where that is not well.
    QString said(const QString &command) const
    {
        const auto report = runCommand(*session,
            {.command = {u"/bin/sh"_s, u"-c"_s, command}, .environment = RegistryMirror::environment(mirrorPort)}, {});
        if (!report)
            return report.error().message;
        const auto text = QString::fromUtf8(report->output).trimmed();
        return report->isSuccess() ? text : u"failed: "_s + report->message + text;
    }
};

QByteArray answered(const QUrl &url)
{
    QNetworkAccessManager network;
    QNetworkRequest request(url);
    request.setTransferTimeout(std::chrono::seconds(20));
    QEventLoop loop;
    const std::unique_ptr<QNetworkReply> reply(network.get(request));
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    return reply->error() == QNetworkReply::NoError ? reply->readAll() : QByteArray();
}

/// A wheel of one module, as the zip archive Python's own zipfile makes of it.
QByteArray wheel(const QString &folder)
{
    QProcess python;
    python.setWorkingDirectory(folder);
    python.start(u"python3"_s, {u"-c"_s, uR"(
import zipfile
name = 'tinything-1.0.dist-info/'
with zipfile.ZipFile('tinything-1.0-py3-none-any.whl', 'w') as wheel:
    wheel.writestr('tinything.py', 'answer = 42\n')
    wheel.writestr(name + 'METADATA', 'Metadata-Version: 2.1\nName: tinything\nVersion: 1.0\n')
    wheel.writestr(name + 'WHEEL', 'Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n')
    wheel.writestr(name + 'RECORD', '')
)"_s});
    python.waitForFinished();
    QFile file(folder + u"/tinything-1.0-py3-none-any.whl");
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestPackageManagers : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void npmInstallsAndInstallsAgain();
    void npmIsToldWhatIsMissing();
    void pipInstalls();

private:
    Run open(RegistryMirror &mirror);
    /// In another thread, so that a registry of this thread can answer.
    QString saidMeanwhile(RegistryMirror &mirror, const QString &command);

    std::shared_ptr<Sandbox> m_sandbox;
};

void TestPackageManagers::initTestCase()
{
    if (auto sandbox = bubblewrapSandbox())
        m_sandbox = *sandbox;
    else
        QSKIP(qPrintable(u"No sandbox here: "_s + sandbox.error().message));
}

Run TestPackageManagers::open(RegistryMirror &mirror)
{
    Run run;
    run.folder = m_sandbox->makeFolder().value_or(nullptr);
    if (!run.folder)
        return run;
    run.session = m_sandbox->open({.workspace = run.folder->path()}).value_or(nullptr);
    if (!run.session)
        return run;
    const auto socket = run.session->listenInside(mirrorPort);
    if (socket)
        run.serving = mirror.serve(*socket).value_or(nullptr);
    return run;
}

QString TestPackageManagers::saidMeanwhile(RegistryMirror &mirror, const QString &command)
{
    auto said = std::async(std::launch::async, [&] { return open(mirror).said(command); });
    while (said.wait_for(std::chrono::milliseconds(0)) != std::future_status::ready)
        QTest::qWait(5);
    return said.get();
}

void TestPackageManagers::npmInstallsAndInstallsAgain()
{
    if (QStandardPaths::findExecutable(u"npm"_s).isEmpty())
        QSKIP("npm is not installed.");
    const auto routes = defaultRegistryRoutes();
    const auto npm = std::ranges::find(routes, u"/"_s, &RegistryRoute::path);
    if (answered(QUrl(npm->upstream + u"ms")).isEmpty())
        QSKIP(qPrintable(u"The npm registry at %1 cannot be reached from here."_s.arg(npm->upstream)));

    QTemporaryDir cache;
    RegistryMirror mirror(routes, cache.path());
    const auto first = open(mirror);
    QVERIFY(first.serving);
    const auto installed = first.said(u"npm init -y >/dev/null && npm install koa@2.15.3 2>&1 && "
                                      "node -e \"console.log(typeof require('koa'))\" && ls node_modules | wc -l"_s);
    QVERIFY2(installed.contains(u"function"), qPrintable(installed));
    const auto lock = first.said(u"cat package-lock.json"_s)
                          .replace(u"http://127.0.0.1:%1/"_s.arg(mirrorPort), u"https://registry.npmjs.org/"_s);
    const auto package = first.said(u"cat package.json"_s);
    const auto asked = mirror.upstreamRequests();
    QVERIFY2(asked > 20, qPrintable(QString::number(asked)));
    QVERIFY(lock.contains(u"\"koa\""));

    const auto second = open(mirror);
    QVERIFY(second.folder->writeFile(u"package.json"_s, package.toUtf8()));
    QVERIFY(second.folder->writeFile(u"package-lock.json"_s, lock.toUtf8()));
    const auto again = second.said(u"npm ci 2>&1 && node -e \"console.log(typeof require('koa'))\""_s);
    QVERIFY2(again.contains(u"function"), qPrintable(again));
    QCOMPARE(mirror.upstreamRequests(), asked);
    QVERIFY(second.said(u"npm config get registry"_s).endsWith(u"http://127.0.0.1:4873/"));
}

void TestPackageManagers::npmIsToldWhatIsMissing()
{
    if (QStandardPaths::findExecutable(u"npm"_s).isEmpty())
        QSKIP("npm is not installed.");
    QTemporaryDir cache;
    FakeRegistry registry;
    RegistryMirror mirror({{.path = u"/"_s, .upstream = registry.url()}}, cache.path());
    const auto said = saidMeanwhile(mirror, u"npm init -y >/dev/null && npm install no-such-package 2>&1"_s);
    QVERIFY2(said.contains(u"E404") && said.contains(u"no-such-package"), qPrintable(said));
    QVERIFY(registry.asked().contains(u"GET /no-such-package"_s));
}

void TestPackageManagers::pipInstalls()
{
    QTemporaryDir cache;
    QTemporaryDir folder;
    const auto file = wheel(folder.path());
    FakeRegistry registry;
    RegistryMirror mirror({{.path = u"/_pypi/simple/"_s,
                               .upstream = registry.url(u"simple/"_s),
                               .rewrites = {{registry.url(u"packages/"_s), u"/_files/"_s}}},
                              {.path = u"/_files/"_s, .upstream = registry.url(u"packages/"_s)}},
        cache.path());
    if (saidMeanwhile(mirror, u"python3 -m pip --version"_s).startsWith(u"failed"))
        QSKIP("Python's pip is not installed.");
    const auto hash = QString::fromLatin1(QCryptographicHash::hash(file, QCryptographicHash::Sha256).toHex());
    const auto link = registry.url(u"packages/tinything-1.0-py3-none-any.whl"_s);
    registry.answer(u"/simple/tinything/"_s, "text/html",
        u"<!DOCTYPE html><a href=\"%1#sha256=%2\">tinything-1.0-py3-none-any.whl</a>"_s.arg(link, hash).toUtf8());
    registry.answer(u"/packages/tinything-1.0-py3-none-any.whl"_s, "application/zip", file);
    for (int i = 0; i < 2; ++i) {
        const auto said = saidMeanwhile(mirror,
            u"python3 -m pip install --target here tinything 2>&1 && cd here && "
            "python3 -c 'import tinything; print(tinything.answer)'"_s);
        QVERIFY2(said.endsWith(u"42"), qPrintable(said));
    }
    QCOMPARE(registry.asked().count(u"GET /packages/tinything-1.0-py3-none-any.whl"_s), 1);
}

QTEST_GUILESS_MAIN(TestPackageManagers)
#include "tst_packagemanagers.moc"
