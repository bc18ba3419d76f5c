// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <evaluation/networksettings.h>

#include <QTemporaryFile>
#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

QStringList printed(const NetworkSettings &settings)
{
    QStringList lines;
    for (const auto &[name, value] : settings.environment)
        lines.append(QString(name % u'=' % value));
    for (const auto &bind : settings.binds)
        lines.append(QString(bind.outside % (bind.writable ? u" rw" : u" ro")));
    return lines;
}

QProcessEnvironment anEnvironment(const std::vector<std::pair<QString, QString>> &variables)
{
    QProcessEnvironment environment;
    for (const auto &[name, value] : variables)
        environment.insert(name, value);
    return environment;
}

} // namespace

class TestNetworkSettings : public QObject
{
    Q_OBJECT

private slots:
    void proxiesGoAlongAndNothingElse()
    {
        const auto settings = networkSettings(anEnvironment({{u"https_proxy"_s, u"http://proxy:3128"_s},
            {u"NO_PROXY"_s, u"localhost"_s}, {u"HOME"_s, u"/home/me"_s}, {u"AWS_SECRET_ACCESS_KEY"_s, u"x"_s},
            {u"npm_config_//registry/:_authToken"_s, u"y"_s}, {u"HTTP_PROXY"_s, u""_s}}));
        QCOMPARE(printed(settings), QStringList({u"NO_PROXY=localhost"_s, u"https_proxy=http://proxy:3128"_s}));
    }

    void certificatesAreShownWhereTheyAre()
    {
        QTemporaryFile certificates;
        QVERIFY(certificates.open());
        const auto settings = networkSettings(
            anEnvironment({{u"SSL_CERT_FILE"_s, certificates.fileName()}, {u"PIP_CERT"_s, u"/there/is/none"_s},
                {u"NODE_EXTRA_CA_CERTS"_s, u"relative.pem"_s}, {u"CURL_CA_BUNDLE"_s, u"/usr/bin/env"_s}}));
        QCOMPARE(printed(settings),
            QStringList({u"CURL_CA_BUNDLE=/usr/bin/env"_s, u"SSL_CERT_FILE="_s + certificates.fileName(),
                certificates.fileName() + u" ro"_s}));
    }
};

QTEST_GUILESS_MAIN(TestNetworkSettings)
#include "tst_networksettings.moc"
