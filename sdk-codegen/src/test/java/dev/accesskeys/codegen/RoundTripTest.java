package dev.accesskeys.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.json.JsonCodec;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What generated models read they write back, whatever the feature. */
class RoundTripTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "all-of | Thing | {'name':'a','created':'2026-01-02T03:04:05Z','colour':'red','maker':{'city':'b'}}",
                "null-in-3.1 | Thing | {'id':'a','owner':null}",
                "null-in-3.1 | Thing | {'id':'a','owner':'b','note':'c','place':{'city':'d'},'home':{}}",
                "null-in-3.0 | Thing | {'id':'a','owner':null,'tags':[]}",
                "collections | Thing | {'names':[],'matrix':[[1,2.50],[]],'labels':{'b':'1','a':'2'},'weights':{'x':0.5}}",
                "collections | Thing | {'names':['a'],'partsByPlace':{'x':[{'name':'a'},{}]},'anything':[1,{'a':null}]}",
                "collections | Thing | {'names':[],'settings':{'a':{'b':[true]}},'lines':[{'text':'a'}],'more':{'x':1}}",
                "scalars | Thing | {'flag':true,'small':1,'large':5000000000,'exact':30.0,'rough':0.25,'instant':'2026-01-02T03:04:05.123456Z'}",
                "enums | Thing | {'colour':'unheard of','size':'small','colours':['red','','2nd']}",
                "choices | Thing | {'names':[]}",
                "choices | Thing | {'access':null,'names':['a']}",
                "choices | Thing | {'access':[],'names':['a']}",
                "choices | Thing | {'access':[{'bucket':'b'}],'names':['a']}",
                "tri-state | Thing | {}",
                "tri-state | Thing | {'note':null,'size':null,'tags':null}",
                "tri-state | Thing | {'note':'a','size':1,'tags':[]}",
                "recursion | Tree | {'name':'a','parent':{'name':'b'},'children':[{'name':'c','leaf':{'tree':{'name':'d'}}}]}",
                "names | SecretModel | {'class':'a','default':true,'value':'b','builder':'c','3d':'d','a.b-c d':'e'}",
            })
    void writesWhatItRead(String feature, String model, String json) throws Exception {
        JsonCodec<Object> codec = codec(feature, model);
        String document = json.replace('\'', '"');

        Object value = codec.fromJson(document.getBytes(StandardCharsets.UTF_8));

        assertThat(new String(codec.toJson(value), StandardCharsets.UTF_8)).isEqualTo(document);
        assertThat(codec.fromJson(codec.toJson(value))).isEqualTo(value).hasSameHashCodeAs(value);
    }

    @SuppressWarnings("unchecked")
    private static JsonCodec<Object> codec(String feature, String model) throws ReflectiveOperationException {
        Class<?> type = Golden.of(feature).model(model);
        return (JsonCodec<Object>) type.getField("CODEC").get(null);
    }
}
